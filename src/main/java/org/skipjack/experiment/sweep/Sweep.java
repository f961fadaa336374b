package org.skipjack.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Pairs;

/**
 * Every combination of the values of some axes, waiting for its data.
 *
 * <pre>{@code
 * ComparisonResult result =
 *     Sweep.of(depth(20, 56), shortcut(zeroPad(), projectionWhereNeeded()), seeds(5))
 *         .on(cifar10()).recipe(heRecipe()).run();
 * }</pre>
 *
 * @param axes the last varies fastest
 * @param seeds runs of each combination
 * @param start what the axes change: {@code resnet(20)} unless {@link #of(NetFamily)} says
 *     otherwise
 * @param finish what is done to each combination in the end: a name, a place, published figures
 * @param pairs which combinations are compared
 */
public record Sweep(
    List<Axis> axes, int seeds, SweepPoint start, UnaryOperator<Variant> finish, Pairs pairs) {
  private static final int USUAL_SEEDS = 3;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no axis, or two have one name
   */
  public Sweep {
    axes = List.copyOf(axes);
    List<String> names = axes.stream().map(Axis::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "the axes of the sweep are %s, expected one or more that differ.%nFix: sweep(depth(20, 56), shortcut(zeroPad(), projection()))"
              .formatted(names));
    }
  }

  /**
   * A sweep over some axes, from 3 seeds unless one of the parts says otherwise.
   *
   * @throws IllegalArgumentException if there is no axis, or something twice
   */
  public static Sweep of(SweepPart... parts) {
    List<SweepPart.SeedCount> counts =
        Stream.of(parts)
            .filter(SweepPart.SeedCount.class::isInstance)
            .map(SweepPart.SeedCount.class::cast)
            .toList();
    if (counts.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the sweep was given %d numbers of seeds.%nFix: keep one of them",
              counts.size()));
    }
    List<Axis> axes =
        Stream.of(parts).filter(Axis.class::isInstance).map(Axis.class::cast).toList();
    return new Sweep(
        axes,
        counts.isEmpty() ? USUAL_SEEDS : counts.get(0).count(),
        SweepPoint.START,
        UnaryOperator.identity(),
        Pairs.ON_ONE_AXIS);
  }

  /** The same of another family: {@code of(Families::preActResnet)}. */
  public Sweep of(NetFamily family) {
    return each(sweepPoint -> sweepPoint.withFamily(family));
  }

  /** The same with a change of every point. */
  public Sweep each(UnaryOperator<SweepPoint> change) {
    return new Sweep(axes, seeds, change.apply(start), finish, pairs);
  }

  /** The same from another number of seeds. */
  public Sweep seeds(int count) {
    return new Sweep(axes, new SweepPart.SeedCount(count).count(), start, finish, pairs);
  }

  /** The same with something done to each combination in the end. */
  public Sweep finish(UnaryOperator<Variant> then) {
    return new Sweep(axes, seeds, start, variant -> then.apply(finish.apply(variant)), pairs);
  }

  /** The same with other combinations compared. */
  public Sweep pairs(Pairs changed) {
    return new Sweep(axes, seeds, start, finish, changed);
  }

  /** The comparison of all combinations on some data. */
  public Comparison on(DataSplit data) {
    return new Comparison.Subject(variants(), pairs).on(data).seeds(seeds);
  }

  /** All combinations. */
  public List<Variant> variants() {
    return combinations(0).stream().map(this::variant).toList();
  }

  private Variant variant(List<Axis.Value> values) {
    SweepPoint sweepPoint = start;
    Map<String, String> place = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      sweepPoint = values.get(i).change().apply(sweepPoint);
      place.put(axes.get(i).name(), values.get(i).label());
    }
    return finish.apply(
        Variant.of(name(place), sweepPoint.net()).at(place).recipe(sweepPoint.recipe()));
  }

  /** Numbers need the name of their axis, words do not: {@code "depth 20 zeroPad()"}. */
  public static String name(Map<String, String> place) {
    return place.entrySet().stream()
        .map(
            one ->
                one.getValue().matches("[0-9.]+")
                    ? one.getKey() + " " + one.getValue()
                    : one.getValue())
        .collect(Collectors.joining(" "));
  }

  /** One value of each axis from a place on, in every way. */
  private List<List<Axis.Value>> combinations(int from) {
    if (from == axes.size()) {
      return List.of(List.of());
    }
    List<List<Axis.Value>> all = new ArrayList<>();
    for (Axis.Value value : axes.get(from).values()) {
      for (List<Axis.Value> rest : combinations(from + 1)) {
        all.add(Stream.concat(Stream.of(value), rest.stream()).toList());
      }
    }
    return all;
  }
}
