package org.skipjack.experiment.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.skipjack.experiment.PublishedResults;
import org.skipjack.experiment.Variant;

/**
 * The papers' tables on CIFAR-10 as sweeps, with what the papers came to.
 *
 * <p>They are made to be run whole on {@code cifar10()} with {@code heRecipe()}, and can be made
 * smaller: at other depths, narrower by {@code each(point -> point.with(width(4)))}, on other data,
 * for fewer epochs.
 */
public final class Papers {

  /** A table as a sweep, made for some depths, and those of the paper. */
  private record Table(Function<int[], Sweep> sweep, List<Integer> depths) {}

  private static final Map<String, Table> TABLES =
      new TreeMap<>(
          Map.of(
              "he2015-table6",
              new Table(Papers::he2015Table6, List.of(20, 32, 44, 56)),
              "he2016-table1",
              new Table(Papers::he2016Table1, List.of(110)),
              "he2016-table2",
              new Table(Papers::he2016Table2, List.of(110, 164))));

  private Papers() {}

  /** The names of all tables. */
  public static List<String> names() {
    return List.copyOf(TABLES.keySet());
  }

  /**
   * A table by its name, at its own depths or at others.
   *
   * @throws IllegalArgumentException if there is none of this name, or no net of a depth
   */
  public static Sweep named(String name, int... depths) {
    Table table = TABLES.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "there is no table \"%s\".%nFix: one of %s".formatted(name, String.join(", ", names())));
    }
    int[] own = table.depths().stream().mapToInt(Integer::intValue).toArray();
    return table.sweep().apply(depths.length > 0 ? depths : own);
  }

  /** What a table of a paper has at a place, in its own width; nothing if no table has it. */
  public static Optional<Variant> at(Map<String, String> place) {
    return names().stream()
        .flatMap(name -> named(name).variants().stream())
        .filter(variant -> variant.place().equals(place))
        .findFirst();
  }

  /**
   * Plain and residual nets by depth: He et al. 2015, arXiv:1512.03385, Table 6 and Fig. 6; 20, 32,
   * 44 and 56 there.
   */
  public static Sweep he2015Table6(int... depths) {
    return Sweep.of(Axis.plainAndResidual(), Axis.depth(depths))
        .finish(variant -> variant.published(PublishedResults.of(variant.net())));
  }

  /**
   * Kinds of shortcuts on all blocks: He et al. 2016, arXiv:1603.05027, Table 1 and Fig. 2; 110
   * layers there, medians of five runs.
   */
  public static Sweep he2016Table1(int... depths) {
    return ShortcutTable.sweep(depths);
  }

  /**
   * Orders of activation: He et al. 2016, arXiv:1603.05027, Table 2 and Fig. 4; 110 and 164 there,
   * medians of five runs. From 164 layers on with bottlenecks.
   */
  public static Sweep he2016Table2(int... depths) {
    return OrderTable.sweep(depths);
  }
}
