package org.skipjack.experiment.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Families;
import org.skipjack.net.Option;
import org.skipjack.net.Option.FamilyOption;
import org.skipjack.net.Shortcut;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

/**
 * An axis of a sweep: a setting that it varies.
 *
 * @param name such as {@code "depth"}
 * @param values one or more, of different labels
 */
public record Axis(String name, List<Value> values) implements SweepPart {
  /** The name of the axis of depths. */
  public static final String DEPTH = "depth";

  /**
   * One value of an axis.
   *
   * @param label what tables call it
   * @param change what it does to the point that a net and its recipe are made from
   */
  public record Value(String label, UnaryOperator<SweepPoint> change) {}

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it has no value, or one twice
   */
  public Axis {
    values = List.copyOf(values);
    List<String> labels = values.stream().map(Value::label).toList();
    if (labels.isEmpty() || labels.stream().distinct().count() < labels.size()) {
      throw new IllegalArgumentException(
          "the axis %s has the values %s, expected one or more that differ.%nFix: depth(20, 56)"
              .formatted(name, labels));
    }
  }

  /** An axis of values of your own: {@link #value} makes one. */
  public static Axis of(String name, Value... values) {
    return new Axis(name, List.of(values));
  }

  /** A value of an axis of your own. */
  public static Value value(String label, UnaryOperator<SweepPoint> change) {
    return new Value(label, change);
  }

  /** Numbers of layers with weights; see {@link Families} for those that a family has. */
  public static Axis depth(int... depths) {
    return numbers(DEPTH, depths, SweepPoint::withDepth);
  }

  /** Filters of the first stage. */
  public static Axis width(int... filters) {
    return numbers("width", filters, (sweepPoint, width) -> sweepPoint.with(Option.width(width)));
  }

  /** The plain and the residual net of the same layers. */
  public static Axis plainAndResidual() {
    return of(
        "net",
        value("plain", sweepPoint -> sweepPoint.withFamily(Families::plain)),
        value("residual", sweepPoint -> sweepPoint.withFamily(Families::resnet)));
  }

  /** Ways past a block. */
  public static Axis shortcut(Shortcut... shortcuts) {
    return options("shortcut", shortcuts);
  }

  /** Orders of normalization, relu and convolution in a block. */
  public static Axis order(ActivationOrder... orders) {
    return options("order", orders);
  }

  /** Options of a family: labeled as they are written. */
  public static Axis options(String name, FamilyOption... options) {
    return new Axis(
        name,
        Stream.of(options)
            .map(option -> new Value(option.text(), sweepPoint -> sweepPoint.with(option)))
            .toList());
  }

  /** Constant learning rates. */
  public static Axis learningRate(double... rates) {
    return new Axis(
        "learning rate",
        Arrays.stream(rates)
            .mapToObj(
                rate -> recipe(plain(rate), recipe -> recipe.withSchedule(Schedule.constant(rate))))
            .toList());
  }

  /** Courses of the learning rate. */
  public static Axis schedule(Schedule... schedules) {
    return recipes("schedule", schedules, Recipe::withSchedule);
  }

  /** Update rules. */
  public static Axis optimizer(Optimizer... optimizers) {
    return recipes("optimizer", optimizers, Recipe::withOptimizer);
  }

  /** Changes of the training images. */
  public static Axis augmentation(Augmentation... augmentations) {
    return recipes("augmentation", augmentations, Recipe::withAugmentation);
  }

  /** Images in one update. */
  public static Axis batchSize(int... sizes) {
    return numbers(
        "batch size",
        sizes,
        (sweepPoint, size) -> sweepPoint.withRecipe(recipe -> recipe.withBatchSize(size)));
  }

  /** A value that changes the recipe, for an axis of your own. */
  public static Value recipe(String label, UnaryOperator<Recipe> change) {
    return new Value(label, sweepPoint -> sweepPoint.withRecipe(change));
  }

  private static <T> Axis recipes(String name, T[] values, BiFunction<Recipe, T, Recipe> change) {
    return new Axis(
        name,
        Stream.of(values)
            .map(value -> recipe(value.toString(), all -> change.apply(all, value)))
            .toList());
  }

  private static Axis numbers(
      String name, int[] values, BiFunction<SweepPoint, Integer, SweepPoint> change) {
    return new Axis(
        name,
        IntStream.of(values)
            .mapToObj(
                value ->
                    new Value(
                        Integer.toString(value), sweepPoint -> change.apply(sweepPoint, value)))
            .toList());
  }

  private static String plain(double rate) {
    return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
  }
}
