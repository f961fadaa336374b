package org.skipjack.experiment.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Option.FamilyOption;

/** Table 2 of He et al. 2016, arXiv:1603.05027. */
final class OrderTable {
  private static final int BOTTLENECKS_FROM = 164;
  private static final String SOURCE = "He et al. 2016, Table 2";
  private static final String CASE = "case";

  /** A row: the order and its errors in per cent by depth. */
  private record Row(ActivationOrder order, String label, Map<String, String> errors) {
    private List<PublishedResult> at(String depth) {
      return errors.containsKey(depth)
          ? List.of(PublishedResult.of(SOURCE, errors.get(depth)))
          : List.of();
    }

    private Axis.Value value() {
      return Axis.value(label, sweepPoint -> sweepPoint.with(order));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          row(ActivationOrder.ORIGINAL, "original", "6.61", "5.93"),
          row(ActivationOrder.BATCH_NORM_AFTER_ADDITION, "BN after addition", "8.17", "6.50"),
          row(ActivationOrder.RELU_BEFORE_ADDITION, "ReLU before addition", "7.84", "6.14"),
          row(ActivationOrder.RELU_ONLY_PRE_ACTIVATION, "ReLU-only pre-activation", "6.71", "5.91"),
          row(ActivationOrder.FULL_PRE_ACTIVATION, "full pre-activation", "6.37", "5.46"));

  private OrderTable() {}

  private static Row row(ActivationOrder order, String label, String at110, String at164) {
    return new Row(order, label, Map.of("110", at110, "164", at164));
  }

  static Sweep sweep(int... depths) {
    return Sweep.of(new Axis(CASE, ROWS.stream().map(Row::value).toList()), Axis.depth(depths))
        .of(OrderTable::byDepth)
        .finish(variant -> variant.published(published(variant.place())));
  }

  private static Net byDepth(int depth, FamilyOption... options) {
    Stream<FamilyOption> kind =
        depth >= BOTTLENECKS_FROM ? Stream.of(Option.bottlenecks()) : Stream.empty();
    return Families.resnet(
        depth, Stream.concat(kind, Stream.of(options)).toArray(FamilyOption[]::new));
  }

  private static List<PublishedResult> published(Map<String, String> place) {
    return ROWS.stream()
        .filter(row -> row.label().equals(place.get(CASE)))
        .flatMap(row -> row.at(place.getOrDefault(Axis.DEPTH, "")).stream())
        .toList();
  }
}
