package org.skipjack.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.data.Dataset;
import org.skipjack.train.Run;
import org.skipjack.train.TrainedNet;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;

/**
 * How well a net tells the classes of a test set apart, as Tribuo's {@code LabelEvaluator} counts.
 *
 * <p>All figures are shares in [0, 1]. All classes of the net are listed, also those that no test
 * image has.
 *
 * <p>The net predicts the whole set in batches, and Tribuo gets the predictions. Their examples
 * have a label and no feature: pixels as Tribuo features would take 38 KB an image.
 */
public final class Evaluation {
  private final List<ClassFigures> classes;
  private final double[][] confusion;
  private final LabelEvaluation tribuo;

  /**
   * What holds for one class.
   *
   * @param className the class
   * @param images test images of the class, Tribuo's "support"
   * @param precision of the images predicted as this class, the share that are; NaN if none is
   *     predicted so
   * @param recall of the images of this class, the share predicted so; NaN if there is none
   * @param f1 harmonic mean of precision and recall; 0 if either is 0, NaN if the class has no
   *     image and none is predicted so
   */
  public record ClassFigures(
      String className, int images, double precision, double recall, double f1) {}

  private Evaluation(List<ClassFigures> classes, double[][] confusion, LabelEvaluation tribuo) {
    this.classes = List.copyOf(classes);
    this.confusion = confusion;
    this.tribuo = tribuo;
  }

  /** Evaluates a run's net on the run's test set, on the run's engine. */
  public static Evaluation of(Run run) {
    return of(NetModel.of(run), run.training().data().test().images());
  }

  /**
   * Predicts all images of a test set in batches and evaluates the predictions.
   *
   * @throws IllegalArgumentException if the set's classes are not those of the net
   * @throws org.skipjack.graph.ShapeException if the images have another shape than the net's input
   */
  public static Evaluation of(TrainedNet net, Dataset test) {
    return of(NetModel.of(net), test);
  }

  private static Evaluation of(NetModel model, Dataset test) {
    List<Prediction<Label>> predictions = model.predict(test);
    LabelEvaluation tribuo = evaluate(model, predictions, test);
    List<Label> labels = test.classNames().stream().map(Label::new).toList();
    double[][] confusion = new double[labels.size()][labels.size()];
    for (int row = 0; row < confusion.length; row++) {
      for (int column = 0; column < confusion.length; column++) {
        // Tribuo takes the predicted class first.
        confusion[row][column] = tribuo.confusion(labels.get(column), labels.get(row));
      }
    }
    List<ClassFigures> classes = new ArrayList<>();
    for (Label label : labels) {
      classes.add(figures(label, tribuo));
    }
    return new Evaluation(classes, confusion, tribuo);
  }

  /** Tribuo writes a warning to the console for each class that no test image has: not here. */
  private static LabelEvaluation evaluate(
      NetModel model, List<Prediction<Label>> predictions, Dataset test) {
    return TribuoLog.without(
        () -> new LabelEvaluator().evaluate(model, predictions, TribuoProvenance.of(test)));
  }

  /** Where Tribuo divides zero by zero it gives 0, which would look like a bad result. */
  private static ClassFigures figures(Label label, LabelEvaluation tribuo) {
    double images = tribuo.tp(label) + tribuo.fn(label);
    double predicted = tribuo.tp(label) + tribuo.fp(label);
    return new ClassFigures(
        label.getLabel(),
        (int) images,
        predicted == 0 ? Double.NaN : tribuo.precision(label),
        images == 0 ? Double.NaN : tribuo.recall(label),
        images + predicted == 0 ? Double.NaN : tribuo.f1(label));
  }

  /** The classes in the order of the net's outputs. */
  public List<String> classNames() {
    return classes.stream().map(ClassFigures::className).toList();
  }

  /** The figures of each class, in the order of {@link #classNames()}. */
  public List<ClassFigures> classes() {
    return classes;
  }

  /** The share of the images that are predicted right. */
  public double accuracy() {
    return tribuo.accuracy();
  }

  /** The share of the images that are predicted wrong, as a history counts it. */
  public double error() {
    return (double) wrong() / images();
  }

  /** The number of test images. */
  public int images() {
    return classes.stream().mapToInt(ClassFigures::images).sum();
  }

  /** A copy of the counts: {@code [true class][predicted class]}. */
  public double[][] confusion() {
    double[][] copy = new double[confusion.length][];
    for (int row = 0; row < copy.length; row++) {
      copy[row] = confusion[row].clone();
    }
    return copy;
  }

  /**
   * A line a class: its images, precision, recall and F1; then the accuracy. Ends with a new line.
   */
  public String table() {
    return EvaluationTables.classes(this);
  }

  /** Counts, a row a true class and a column a predicted one. Ends with a new line. */
  public String confusionTable() {
    return EvaluationTables.confusion(this);
  }

  /**
   * Accuracy, error, figures by class and confusion, always in the same order, for JSON; a figure
   * that is NaN is left out.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("images", images());
    map.put("accuracy", accuracy());
    map.put("error", error());
    map.put("classes", classes.stream().map(Evaluation::toMap).toList());
    map.put("confusion", Arrays.stream(confusion).map(Evaluation::counts).toList());
    return Collections.unmodifiableMap(map);
  }

  private static Map<String, Object> toMap(ClassFigures figures) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("class", figures.className());
    map.put("images", figures.images());
    putNumber(map, "precision", figures.precision());
    putNumber(map, "recall", figures.recall());
    putNumber(map, "f1", figures.f1());
    return Collections.unmodifiableMap(map);
  }

  private static List<Long> counts(double[] row) {
    return Arrays.stream(row).mapToObj(count -> (long) count).toList();
  }

  private static void putNumber(Map<String, Object> map, String key, double value) {
    if (!Double.isNaN(value)) {
      map.put(key, value);
    }
  }

  /** Tribuo's own evaluation, for the figures that are not here. */
  public LabelEvaluation tribuo() {
    return tribuo;
  }

  private int wrong() {
    double right = 0;
    for (int k = 0; k < confusion.length; k++) {
      right += confusion[k][k];
    }
    return images() - (int) right;
  }
}
