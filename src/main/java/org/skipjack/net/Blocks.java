package org.skipjack.net;

import java.util.function.UnaryOperator;
import org.skipjack.net.Option.BlockOption;

/**
 * The residual functions F of the papers, as functions from net to net.
 *
 * <pre>{@code
 * net().conv(64).residual(basicBlock(64)).relu()
 *     .residual(bottleneck(32, stride(2))).relu()
 *     .residual(preActivation(128));
 * }</pre>
 *
 * <p>A function of one's own is as good: whatever takes a net and gives a longer one can be the
 * body of {@link Net#residual}, {@link Net#block} or {@link Net#repeat}, and can be looked at
 * alone, {@code basicBlock(64).apply(net())}. The addition is {@code residual}'s, and what stands
 * behind it is written behind it.
 */
public final class Blocks {
  private Blocks() {}

  /**
   * Two 3×3 convolutions of {@code filters} filters (He et al. 2015, arXiv:1512.03385, Fig. 5
   * left): W N R W N, for {@code [N, C, H, W]} to {@code [N, filters, H / stride, W / stride]}.
   *
   * @param filters positive
   * @param options {@code stride(1)} of the first convolution, an {@link ActivationOrder}, {@code
   *     dropout(rate)} before the second convolution
   */
  public static UnaryOperator<Net> basicBlock(int filters, BlockOption... options) {
    return block("basicBlock", BlockKind.BASIC, filters, Options.of("basicBlock", options));
  }

  /**
   * A 1×1 convolution, a 3×3 one, both of {@code filters} filters, and a 1×1 one of {@code 4 ·
   * filters} (He et al. 2015, Fig. 5 right): {@code [N, C, H, W]} to {@code [N, 4 · filters, H /
   * stride, W / stride]}.
   *
   * @param filters positive
   * @param options as for {@link #basicBlock}, and a {@link StridePlacement}
   */
  public static UnaryOperator<Net> bottleneck(int filters, BlockOption... options) {
    return block("bottleneck", BlockKind.BOTTLENECK, filters, Options.of("bottleneck", options));
  }

  /**
   * The basic block with full pre-activation (He et al. 2016, arXiv:1603.05027, Fig. 4e): N R W N R
   * W, shapes and options as for {@link #basicBlock}. A net of these ends with {@code
   * batchNorm().relu()} behind the last block.
   */
  public static UnaryOperator<Net> preActivation(int filters, BlockOption... options) {
    Options given = Options.implying("preActivation", ActivationOrder.FULL_PRE_ACTIVATION, options);
    return block("preActivation", BlockKind.BASIC, filters, given);
  }

  private static UnaryOperator<Net> block(String word, BlockKind kind, int filters, Options given) {
    ArgumentChecks.positive("filters", filters, word + "(64)");
    return new BlockBody(kind, filters, given)::appendTo;
  }
}
