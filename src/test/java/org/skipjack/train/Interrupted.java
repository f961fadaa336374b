package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.train.history.History;
import org.skipjack.train.history.HistoryJson;

/** A small training, interrupted at will, and all the bits that it leaves. */
final class Interrupted {
  private Interrupted() {}

  static final DataSplit DATA = Shapes.split(16, 32, 20, Seed.of(1)).withValidation(6);

  static final Net NET =
      net()
          .conv(8, stride(4))
          .batchNorm()
          .relu()
          .residual(b -> b.conv(8).batchNorm())
          .dropout(0.2)
          .globalAvgPool()
          .dense(10);

  /** Four batches an epoch, the last of them short. */
  static final Training TRAINING =
      Training.of(NET)
          .on(DATA)
          .threads(1)
          .epochs(3)
          .batchSize(8)
          .augmentation(Augmentation.of("pad-crop:2,flip,cutout:4"));

  static final int UPDATES = 12;

  /** All that a run leaves, but its times. */
  static List<Object> bits(Run run) {
    List<Object> epochs = new ArrayList<>();
    for (History.Epoch epoch : run.history().epochs()) {
      epochs.add(HistoryJson.scores(epoch));
    }
    float[] weights = run.model().parameters().learned().dup().data().asFloat();
    float[] statistics = run.model().parameters().statistics().dup().data().asFloat();
    return List.of(
        epochs,
        run.history().notes(),
        Arrays.toString(weights),
        Arrays.toString(statistics),
        run.end());
  }

  /** Interrupts the training once it has made so many updates, or evaluated so many batches. */
  static TrainingListener interruptingAfter(int steps) {
    return new TrainingListener() {
      private int left = steps;

      @Override
      public void stepped(Progress progress) {
        if (--left == 0) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @CanIgnoreReturnValue
  static Run interrupted(Training training, int steps) {
    Run run = training.listener(interruptingAfter(steps)).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.end()).isEqualTo(Run.End.STOPPED);
    return run;
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
