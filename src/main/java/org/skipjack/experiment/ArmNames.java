package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.net.Families;
import org.skipjack.net.Family;
import org.skipjack.net.Net;
import org.skipjack.train.Training;

/** Names for nets that have none. */
public final class ArmNames {
  private static final int DEEPEST = 110;

  private ArmNames() {}

  /**
   * Each net under the name of its family, depth and options, or its number and whether it is
   * plain.
   */
  static List<Variant> variants(List<Net> nets) {
    List<Variant> variants = new ArrayList<>();
    for (Net net : nets) {
      String name = name(net).orElse(kind(net) + "-" + (variants.size() + 1));
      variants.add(Variant.of(name, net));
    }
    return variants;
  }

  /** The name of a training's net: its family, or its kind, plain or residual. */
  public static String of(Training training) {
    return name(training.net()).orElse(kind(training.net()));
  }

  private static Optional<String> name(Net net) {
    return net.family().map(Family::name).or(() -> known(net));
  }

  private static String kind(Net net) {
    return net.equals(net.plain()) ? "plain" : "residual";
  }

  /** The name that the papers have for a net. */
  static Optional<String> known(Net net) {
    for (int depth = 8; depth <= DEEPEST; depth += 6) {
      if (Families.resnet(depth).equals(net)) {
        return Optional.of("resnet" + depth);
      }
      if (Families.plain(depth).equals(net)) {
        return Optional.of("plain" + depth);
      }
    }
    return Optional.empty();
  }
}
