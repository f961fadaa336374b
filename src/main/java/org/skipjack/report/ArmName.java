package org.skipjack.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Papers;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

/** What the name of an arm, and its place in a sweep, have to do with its net. */
enum ArmName {
  /** It is the name of this net. */
  RIGHT,

  /** It is the author's own word. */
  FREE,

  /** It says what the net is not. */
  WRONG;

  private static final Pattern WITH_DEPTH = Pattern.compile("(?:plain|resnet)(\\d+)");
  private static final Pattern KIND = Pattern.compile("(?:plain|residual)(?:-\\d+)?");
  private static final List<String> RESIDUAL = List.of("residual", "resnet");

  static ArmName of(Arm arm) {
    if (contradicts(arm.name(), arm.net()) || isElsewhere(arm)) {
      return WRONG;
    }
    if (KIND.matcher(arm.name()).matches()
        || named(arm.name()).map(arm.net()::equals).orElse(false)) {
      return RIGHT;
    }
    return !arm.place().isEmpty() && Sweep.name(arm.place()).equals(arm.name()) && tells(arm)
        ? RIGHT
        : FREE;
  }

  /** Whether the place in a sweep tells all of the net. */
  private static boolean tells(Arm arm) {
    return List.of("net", Axis.DEPTH).containsAll(arm.place().keySet())
        || Papers.at(arm.place()).map(variant -> variant.net().equals(arm.net())).orElse(false);
  }

  private static Optional<Net> named(String name) {
    try {
      return Optional.of(Families.named(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // A name of the author's.
    }
  }

  /**
   * Whether a name says plain of a net with shortcuts, residual of one without, or its depth
   * wrongly.
   */
  private static boolean contradicts(String name, Net net) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> words = Arrays.asList(lower.split("[^a-z]+", -1));
    boolean isPlain = net.equals(net.plain());
    boolean saysPlain = words.contains("plain");
    boolean saysResidual = RESIDUAL.stream().anyMatch(words::contains);
    if (saysPlain != saysResidual && saysPlain != isPlain) {
      return true;
    }
    Matcher depth = WITH_DEPTH.matcher(lower);
    return depth.matches() && !depth.group(1).equals(Integer.toString(net.weighted().size()));
  }

  /** Whether the net is not what its place in a sweep says. */
  private static boolean isElsewhere(Arm arm) {
    Map<String, String> place = arm.place();
    String depth = place.get(Axis.DEPTH);
    return (depth != null && !depth.equals(Integer.toString(arm.net().weighted().size())))
        || contradicts(place.getOrDefault("net", ""), arm.net());
  }
}
