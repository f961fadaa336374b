package org.skipjack.net;

import java.util.List;
import org.skipjack.net.Option.StochasticDepth;

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

  /** Survival probabilities have six digits, which reads better. */
  private static final double DIGITS = 1e6;

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
    int all = blocks.stream().mapToInt(Integer::intValue).sum();
    Net net = stem;
    int before = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Stage stage = new Stage(blocks.get(i), width << i, i == 0 ? 1 : 2, before, all);
      net = net.block(b -> stage(b, stage)).named("stage" + (i + 1));
      before += stage.blocks();
    }
    return order().before(net).globalAvgPool();
  }

  /**
   * One stage.
   *
   * @param blocks in the stage
   * @param filters of its blocks
   * @param stride of its first block
   * @param before blocks in the stages before it
   * @param all blocks in the net
   */
  private record Stage(int blocks, int filters, int stride, int before, int all) {}

  private Net stage(Net start, Stage stage) {
    BlockBody first = body(stage, 0);
    // Where F begins with an activation, the first block of a stage shares it with its shortcut.
    Net net =
        order().isPreActivation()
            ? order().before(start).residual(shortcut, first::behindActivation)
            : start.residual(shortcut, first::appendTo);
    net = order().after(net);
    for (int i = 1; i < stage.blocks(); i++) {
      net = order().after(net.residual(shortcut, body(stage, i)::appendTo));
    }
    return net;
  }

  private BlockBody body(Stage stage, int index) {
    Options own = given.with(Option.stride(index == 0 ? stage.stride() : 1));
    if (given.has(StochasticDepth.class)) {
      double last = given.get(StochasticDepth.class, StochasticDepth::survival, 1.0);
      double share = (stage.before() + index + 1.0) / stage.all();
      double exact = 1 - share * (1 - last);
      own = own.with(Option.stochasticDepth(Math.round(exact * DIGITS) / DIGITS));
    }
    return new BlockBody(kind, stage.filters(), own);
  }
}
