package org.skipjack.net;

import java.util.List;
import java.util.Locale;

/**
 * The depths that a family has: a number of layers for each block of every stage, and the rest.
 *
 * @param nets what the family is called in a message
 * @param step layers that one more block in each of the three stages adds
 * @param rest layers outside the blocks
 */
record Depths(String nets, int step, int rest) {
  static final Depths BASIC = new Depths("a CIFAR net of He et al. 2015 (§4.2)", 6, 2);
  static final Depths BOTTLENECK =
      new Depths("a CIFAR net of bottlenecks (He et al. 2016, Table 3)", 9, 2);
  static final Depths WIDE =
      new Depths("a wide residual net (Zagoruyko and Komodakis 2016, Table 1)", 6, 4);

  private static final List<Integer> IMAGENET = List.of(18, 34, 50, 101, 152);

  /** Deeper nets than this are slips of the pen. */
  private static final int DEEPEST = 99_999;

  boolean has(int depth) {
    return depth >= step + rest && depth <= DEEPEST && (depth - rest) % step == 0;
  }

  /**
   * The number of blocks in each stage.
   *
   * @throws IllegalArgumentException if the family has no net of this depth
   */
  int blocks(int depth) {
    if (!has(depth)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %dn + %d layers, and %d is none of these.%nFix: the nearest depths are %s%s",
              nets,
              step,
              rest,
              depth,
              nearest(depth),
              imagenet(depth)));
    }
    return (depth - rest) / step;
  }

  private String nearest(int depth) {
    int most = (DEEPEST - rest) / step - 1;
    int blocks = Math.min(most, Math.max(1, (depth - rest) / step));
    int below = blocks * step + rest;
    return below + " or " + (below + step);
  }

  private static String imagenet(int depth) {
    return IMAGENET.contains(depth)
        ? String.format(
            Locale.ROOT, "%n or: imagenetResnet(%d), the net of this depth for ImageNet", depth)
        : "";
  }

  static IllegalArgumentException noImagenet(int depth) {
    int below = IMAGENET.stream().filter(d -> d < depth).reduce((a, b) -> b).orElse(18);
    int above = IMAGENET.stream().filter(d -> d > depth).findFirst().orElse(152);
    String nearest = below == above ? "" + below : below + " or " + above;
    return new IllegalArgumentException(
        String.format(
                Locale.ROOT,
                "an ImageNet net of He et al. 2015 (Table 1) has 18, 34, 50, 101 or 152 layers, not %d.%n",
                depth)
            + "Fix: imagenetResnet(…) with "
            + nearest
            + (BASIC.has(depth)
                ? String.format(
                    Locale.ROOT, "%n or: resnet(%d), the net of this depth for CIFAR", depth)
                : ""));
  }

  static IllegalArgumentException noImagenetPlain(int depth) {
    return new IllegalArgumentException(
        String.format(
                Locale.ROOT,
                "the plain ImageNet nets of He et al. 2015 (Table 1) have 18 or 34 layers, not %d.%n",
                depth)
            + "Fix: imagenetPlain(18) or imagenetPlain(34)"
            + (IMAGENET.contains(depth)
                ? String.format(Locale.ROOT, "%n or: imagenetResnet(%d).plain()", depth)
                : ""));
  }
}
