package org.skipjack.experiment.sweep;

import static org.skipjack.net.Option.zeroPad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.net.Families;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;

/** Table 1 of He et al. 2016, arXiv:1603.05027: all blocks of a net have one kind of shortcut. */
final class ShortcutTable {
  private static final String SOURCE = "He et al. 2016, Table 1";
  private static final String FAIL = "fail";
  private static final String ITS_DEPTH = "110";
  private static final String CASE = "case";

  /**
   * A row.
   *
   * @param title the kind of shortcut
   * @param onShortcut what x is multiplied by, or put through
   * @param onBody what F is multiplied by
   * @param remark what tells rows of one kind apart
   * @param error in per cent, or "fail"
   * @param change what makes the net
   */
  private record Row(
      String title,
      String onShortcut,
      String onBody,
      String remark,
      String error,
      UnaryOperator<SweepPoint> change) {

    private String label() {
      return remark.isEmpty() ? title : title + " " + remark;
    }

    private PublishedResult published() {
      return error.equals(FAIL) ? PublishedResult.fail(SOURCE) : PublishedResult.of(SOURCE, error);
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("original", "1", "1", "", "6.61", shortcut(zeroPad())),
          new Row("constant scaling", "0", "1", "plain", FAIL, p -> p.withFamily(Families::plain)),
          new Row("constant scaling", "0.5", "1", "", FAIL, halved()),
          new Row(
              "constant scaling",
              "0.5",
              "0.5",
              "frozen gating",
              "12.35",
              sweepPoint -> halved().apply(sweepPoint).thenNet(ShortcutTable::withHalvedBodies)),
          exclusive(0, FAIL),
          exclusive(-6, "8.70"),
          exclusive(-7, "9.81"),
          shortcutOnly(0, "12.86"),
          shortcutOnly(-6, "6.91"),
          new Row("1×1 conv shortcut", "1×1 conv", "1", "", "12.22", shortcut(Option.projection())),
          new Row(
              "dropout shortcut",
              "dropout 0.5",
              "1",
              "",
              FAIL,
              shortcut(Option.droppedOut(0.5, zeroPad()))));

  private ShortcutTable() {}

  private static UnaryOperator<SweepPoint> shortcut(Shortcut shortcut) {
    return sweepPoint -> sweepPoint.with(shortcut);
  }

  private static UnaryOperator<SweepPoint> halved() {
    return shortcut(Option.scaled(0.5, zeroPad()));
  }

  private static Row exclusive(int bias, String error) {
    return new Row(
        "exclusive gating",
        "1 − g(x)",
        "g(x)",
        remark(bias),
        error,
        shortcut(Option.exclusiveGate(bias, zeroPad())));
  }

  private static Row shortcutOnly(int bias, String error) {
    return new Row(
        "shortcut-only gating",
        "1 − g(x)",
        "1",
        remark(bias),
        error,
        shortcut(Option.shortcutOnlyGate(bias, zeroPad())));
  }

  private static String remark(int bias) {
    return "b = " + Integer.toString(bias).replace("-", "−");
  }

  static Sweep sweep(int... depths) {
    List<Axis.Value> values =
        ROWS.stream().map(row -> Axis.value(row.label(), row.change())).toList();
    return Sweep.of(new Axis(CASE, values), Axis.depth(depths))
        .finish(ShortcutTable::laidOut)
        .pairs(Pairs.WITH_FIRST);
  }

  /** With the columns of the paper. */
  private static Variant laidOut(Variant variant) {
    String depth = variant.place().getOrDefault(Axis.DEPTH, "");
    Row row =
        ROWS.stream()
            .filter(one -> one.label().equals(variant.place().get(CASE)))
            .findFirst()
            .orElseThrow();
    Map<String, String> place = new LinkedHashMap<>();
    place.put(CASE, row.title());
    place.put("on shortcut", row.onShortcut());
    place.put("on F", row.onBody());
    place.put("remark", row.remark());
    place.put(Axis.DEPTH, depth);
    return variant
        .at(place)
        .published(depth.equals(ITS_DEPTH) ? List.of(row.published()) : List.of());
  }

  /** F(x) of every block times a half. */
  private static Net withHalvedBodies(Net net) {
    return new Net(net.layers().stream().map(ShortcutTable::withHalvedBodies).toList());
  }

  private static Layer withHalvedBodies(Layer layer) {
    if (layer instanceof Layer.Named named) {
      return new Layer.Named(named.name(), withHalvedBodies(named.layer()));
    }
    if (layer instanceof Layer.Block block) {
      return new Layer.Block(withHalvedBodies(block.body()));
    }
    return layer instanceof Layer.Residual residual
        ? new Layer.Residual(residual.shortcut(), residual.body().scale(0.5))
        : layer;
  }
}
