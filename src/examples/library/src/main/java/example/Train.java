package example;

import static org.skipjack.Skipjack.*;

import org.skipjack.data.DataSplit;
import org.skipjack.train.Run;

/**
 * Trains a residual net of eight layers on shapes, and says how it does on images that it never
 * saw.
 */
public final class Train {
  public static void main(String[] arguments) {
    DataSplit data = shapes();
    Run run = train(resnet(8)).on(data).epochs(1).run();
    System.out.println(run.history().last());
  }
}
