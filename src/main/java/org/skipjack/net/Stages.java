package org.skipjack.net;

import java.util.List;

/**
 * The stages of residual blocks that the families have in common: each halves height and width, but
 * the first, and doubles the filters.
 *
 * @param kind what the blocks are made of
 * @param given the family's options
 * @param shortcut of every block
 * @param width filters of the first stage
 */
record Stages(BlockKind kind, Options given, Shortcut shortcut, int width) {

  /** Stages of 16 filters and more; the shortcut is the given one, if there is one. */
  static Stages of(BlockKind kind, Options given, Shortcut otherwise) {
    return new Stages(kind, given, given.get(Shortcut.class, otherwise), 16);
  }

  Stages width(int changed) {
    return new Stages(kind, given, shortcut, changed);
  }

  ActivationOrder order() {
    return given.get(ActivationOrder.class, ActivationOrder.ORIGINAL);
  }

  /** Adds the stages, with these numbers of blocks, and what closes them: up to the pooling. */
  Net appendTo(Net stem, List<Integer> blocks) {
    Net net = stem;
    for (int i = 0; i < blocks.size(); i++) {
      int filters = width << i;
      int stride = i == 0 ? 1 : 2;
      int count = blocks.get(i);
      net = net.block(b -> stage(b, count, filters, stride)).named("stage" + (i + 1));
    }
    return order().before(net).globalAvgPool();
  }

  private Net stage(Net start, int blocks, int filters, int stride) {
    BlockBody first = body(filters, stride);
    // Where F begins with an activation, the first block of a stage shares it with its shortcut.
    Net net =
        order().isPreActivation()
            ? order().before(start).residual(shortcut, first::behindActivation)
            : start.residual(shortcut, first::appendTo);
    return order()
        .after(net)
        .repeat(blocks - 1, n -> order().after(n.residual(shortcut, body(filters, 1)::appendTo)));
  }

  private BlockBody body(int filters, int stride) {
    return new BlockBody(kind, filters, given.with(Option.stride(stride)));
  }
}
