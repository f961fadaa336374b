package org.skipjack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.ChannelsLast;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.plot.Chart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.LearningRateSearchChart;
import org.skipjack.train.LearningRateSearch;
import org.skipjack.train.Predictions;
import org.skipjack.train.Run;
import org.skipjack.train.TrainedNet;
import org.skipjack.train.Training;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.view.Diagram;
import org.skipjack.view.Difference;
import org.skipjack.view.Explanation;
import org.skipjack.view.Summary;

/**
 * The words of the language in one import.
 *
 * <pre>{@code
 * import static org.skipjack.Skipjack.*;
 *
 * chart(train(plain(20)).on(shapes()).epochs(8).run(), train(resnet(20)).on(shapes()).epochs(8).run())
 *     .save(Path.of("plain-against-residual.png"));
 * }</pre>
 */
public final class Skipjack extends Experiments {
  private Skipjack() {}

  /** The shape of images, {@code [N, channels, height, width]}, for examples of any number. */
  public static Shape image(int channels, int height, int width) {
    return Shape.image(channels, height, width);
  }

  /** The shape of vectors, {@code [N, features]}. */
  public static Shape vector(int features) {
    return Shape.vector(features);
  }

  /** A net's layers, shapes and costs, for the input it was most likely written for. */
  public static Summary summary(Net net) {
    return summary(net, DefaultInputShape.of(net));
  }

  /** A net's layers, shapes and costs; see {@link Summary}. */
  public static Summary summary(Net net, Shape input) {
    return Summary.of(net, input);
  }

  /** A drawing of nets side by side, for the input the first was most likely written for. */
  public static Diagram diagram(Net net, Net... beside) {
    return Diagram.of(net, beside);
  }

  /** The equations of a net, for the input it was most likely written for. */
  public static Explanation explain(Net net) {
    return explain(net, "");
  }

  /** The same of a part of it, such as {@code "stage1/block1"}. */
  public static Explanation explain(Net net, String path) {
    return explain(net, path, DefaultInputShape.of(net));
  }

  /** The same for an input shape; see {@link Explanation}. */
  public static Explanation explain(Net net, String path, Shape input) {
    return Explanation.of(net, path, input);
  }

  /** What two nets share, for the input the first was most likely written for. */
  public static Difference diff(Net first, Net second) {
    return Difference.of(first, second, DefaultInputShape.of(first));
  }

  /** 6,000 training and 1,000 test images of ten shapes, {@code [N, 3, 16, 16]}. */
  public static DataSplit shapes() {
    return data("shapes");
  }

  /**
   * CIFAR-10, {@code [N, 3, 32, 32]}, from the data folder.
   *
   * @throws org.skipjack.data.DatasetException if it is not there: the message says where to put it
   */
  public static DataSplit cifar10() {
    return data("cifar10");
  }

  /**
   * Data by its name or path, as {@code --data} takes it: {@code data("mnist")}, {@code
   * data("photos")} for a folder of images by class, {@code data("table.csv")}.
   *
   * @throws org.skipjack.data.DatasetException if it is not there or damaged
   */
  public static DataSplit data(String nameOrPath) {
    return DataLocator.ofProcess().read(nameOrPath);
  }

  /**
   * As {@link #data(String)}, with a choice of size and of test images.
   *
   * @throws org.skipjack.data.DatasetException if it is not there or damaged
   */
  public static DataSplit data(String nameOrPath, ReadOptions options) {
    return DataLocator.ofProcess().read(nameOrPath, options, System.err::println);
  }

  /**
   * Images whose channels come last, {@code [N][height][width][channels]}, with their channels
   * first: {@code Dataset.of(hwc(images), labels)}.
   */
  public static float[][][][] hwc(float[][][][] images) {
    return ChannelsLast.toFirst(images);
  }

  /**
   * Images whose channels come last, {@code [N, height, width, channels]}, with their channels
   * first, a view: {@code Dataset.of(hwc(images), labels)}.
   */
  public static INDArray hwc(INDArray images) {
    return ChannelsLast.toFirst(images);
  }

  /**
   * The images whose class a net does not predict, the worst first; a notebook shows them.
   *
   * @throws IllegalStateException if the images have no labels of the net's classes
   */
  public static Predictions mistakes(TrainedNet model, Dataset images) {
    return model.predict(images).mistakes();
  }

  /** Those of the test images. */
  public static Predictions mistakes(TrainedNet model, DataSplit data) {
    return mistakes(model, data.test().images());
  }

  /** The training of a net; give it data with {@code on(…)} and carry it out with {@code run()}. */
  public static Training.Subject train(Net net) {
    return Training.of(net);
  }

  /** The recipe of He et al. 2015 for CIFAR-10; see {@link Recipe#he}. */
  public static Recipe heRecipe() {
    return Recipe.he();
  }

  /**
   * Training error, dashed, and test error, solid, of some runs by epoch; one color a run. Runs
   * whose nets have the same name are numbered.
   */
  public static Chart chart(Run... runs) {
    List<ErrorChart.Series> named =
        Arrays.stream(runs)
            .map(run -> ErrorChart.Series.of(run.training(), run.history()))
            .toList();
    boolean distinct =
        named.stream().map(ErrorChart.Series::name).distinct().count() == named.size();
    return ErrorChart.of(distinct ? named : numbered(named)).chart();
  }

  private static List<ErrorChart.Series> numbered(List<ErrorChart.Series> series) {
    return IntStream.range(0, series.size())
        .mapToObj(
            i ->
                new ErrorChart.Series(
                    (i + 1) + " " + series.get(i).name(), series.get(i).history()))
        .toList();
  }

  /** The loss against the learning rate: {@code chart(train(net).on(data).findLearningRate())}. */
  public static Chart chart(LearningRateSearch search) {
    return LearningRateSearchChart.of(search).chart();
  }
}
