package org.skipjack.net;

import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.stride;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.net.Option.FamilyOption;

/**
 * The nets of the papers, by data set and depth.
 *
 * <p>The CIFAR nets are those of He et al. 2015 (arXiv:1512.03385, §4.2): a 3×3 convolution, three
 * stages of n blocks with 16, 32 and 64 filters, the second and third stage starting with stride 2,
 * global average pooling and a fully connected layer. The ImageNet nets are those of its Table 1.
 * Convolutions have no bias, and each is followed by batch normalization.
 *
 * <p>Every family takes {@code width(…)} (filters of the first stage), {@code classes(…)}, a {@link
 * Shortcut}, an {@link ActivationOrder}, an {@link Initializer}, {@code dropout(…)}, {@code
 * stochasticDepth(0.5)}, {@code squeezeExcitation(16)} and {@code zeroGamma()}. The tables of He et
 * al. 2016 are loops over such values:
 *
 * <pre>{@code
 * for (ActivationOrder order : ActivationOrder.values()) {                       // Table 2
 *   nets.add(resnet(110, order));
 * }
 * for (Shortcut shortcut : List.of(zeroPad(), scaled(0.5, zeroPad()),            // Table 1
 *     exclusiveGate(-6, zeroPad()), shortcutOnlyGate(-6, zeroPad()), projection(),
 *     droppedOut(0.5, zeroPad()))) {
 *   nets.add(resnet(110, shortcut));
 * }
 * }</pre>
 */
public final class Families {
  private static final Map<Integer, List<Integer>> IMAGENET =
      Map.of(
          18, List.of(2, 2, 2, 2),
          34, List.of(3, 4, 6, 3),
          50, List.of(3, 4, 6, 3),
          101, List.of(3, 4, 23, 3),
          152, List.of(3, 8, 36, 3));

  private Families() {}

  /**
   * The residual CIFAR net of {@code depth} layers.
   *
   * <p>ResNet-20 at 3×32×32 has 269,722 parameters and takes 40,551,040 multiply-accumulates.
   *
   * @param depth 6n + 2: 8, 14, 20, 32, 44, 56, 110, 1202, …; with {@code bottlenecks()} 9n + 2:
   *     11, 20, 29, …, 164, 1001
   * @param options those of every family; shortcuts are {@code zeroPad()}, option A, as in the
   *     paper, with {@code bottlenecks()} projections where needed
   * @throws IllegalArgumentException if the depth is none of these: the message names the nearest
   */
  public static Net resnet(int depth, FamilyOption... options) {
    Options given = Options.of("resnet", options);
    return cifar(depth, given.get(BlockKind.class, BlockKind.BASIC), given)
        .of(Optional.of(Family.of("resnet", depth, options)));
  }

  /** The plain CIFAR net of {@code depth} layers: {@link #resnet} without its shortcuts. */
  public static Net plain(int depth, FamilyOption... options) {
    Options given = Options.of("plain", options);
    return cifar(depth, given.get(BlockKind.class, BlockKind.BASIC), given)
        .plain()
        .of(Optional.of(Family.of("plain", depth, options)));
  }

  /**
   * The pre-activation CIFAR net of {@code depth} layers (He et al. 2016, arXiv:1603.05027, Tables
   * 2 to 4): normalization and relu before each convolution, nothing behind the addition.
   *
   * <p>At 110 layers it has as many parameters as {@code resnet(110)}, 1,727,962; at 164 layers
   * 1,703,258, at 1001 layers 10,327,706.
   *
   * @param depth from 164 on bottlenecks where it is 9n + 2, as 164 and 1001 are; otherwise basic
   *     blocks, 6n + 2; {@code basicBlocks()} and {@code bottlenecks()} choose
   * @param options as for {@link #resnet}
   * @throws IllegalArgumentException if the depth is none of these: the message names the nearest
   */
  public static Net preActResnet(int depth, FamilyOption... options) {
    Options given = Options.implying("preActResnet", ActivationOrder.FULL_PRE_ACTIVATION, options);
    BlockKind kind =
        Depths.BOTTLENECK.has(depth) && (depth >= 164 || !Depths.BASIC.has(depth))
            ? BlockKind.BOTTLENECK
            : BlockKind.BASIC;
    return cifar(depth, given.get(BlockKind.class, kind), given)
        .of(Optional.of(Family.of("preActResnet", depth, options)));
  }

  /**
   * The wide residual net WRN-depth-k (Zagoruyko and Komodakis 2016, arXiv:1605.07146, Table 1):
   * pre-activation basic blocks with k times as many filters. WRN-28-10 has 36,479,194 parameters.
   *
   * @param depth 6n + 4: 10, 16, 22, 28, 40, …
   * @param k the widening factor
   * @param options as for {@link #resnet}; {@code dropout(0.3)} is the paper's
   * @throws IllegalArgumentException if the depth is not 6n + 4: the message names the nearest
   */
  public static Net wideResnet(int depth, int k, FamilyOption... options) {
    ArgumentChecks.positive("k", k, "wideResnet(28, 10)");
    Options given = Options.implying("wideResnet", ActivationOrder.FULL_PRE_ACTIVATION, options);
    int blocks = Depths.WIDE.blocks(depth);
    int width = given.width(16);
    Stages stages =
        Stages.of(BlockKind.BASIC, given, Option.projectionWhereNeeded()).width(width * k);
    Net stem = stages.order().stem(Net.net().conv(width));
    return closed(stages.appendTo(stem, Collections.nCopies(3, blocks)), given, 10)
        .of(Optional.of(new Family("wideResnet", List.of(depth, k), List.of(options))));
  }

  private static Net cifar(int depth, BlockKind kind, Options given) {
    Depths depths = kind == BlockKind.BASIC ? Depths.BASIC : Depths.BOTTLENECK;
    int blocks = depths.blocks(depth);
    int width = given.width(16);
    Shortcut shortcut = kind == BlockKind.BASIC ? Option.zeroPad() : Option.projectionWhereNeeded();
    Stages stages = Stages.of(kind, given, shortcut).width(width);
    Net stem = stages.order().stem(Net.net().conv(width));
    return closed(stages.appendTo(stem, Collections.nCopies(3, blocks)), given, 10);
  }

  /**
   * The residual ImageNet net of {@code depth} layers, for images of 3×224×224 (He et al. 2015,
   * Table 1): a 7×7 convolution of stride 2, max pooling, four stages; basic blocks at 18 and 34
   * layers, bottlenecks at 50, 101 and 152.
   *
   * <p>ResNet-50 has 25,557,032 parameters and takes 3,857,973,248 multiply-accumulates, with
   * {@code strideIn3x3()}, "v1.5", 4,089,184,256.
   *
   * @param depth 18, 34, 50, 101 or 152
   * @param options as for {@link #resnet}, and a {@link StridePlacement}; shortcuts are projections
   *     where needed, option B
   * @throws IllegalArgumentException if the depth is none of these: the message names the nearest
   */
  public static Net imagenetResnet(int depth, FamilyOption... options) {
    return imagenet(depth, Options.of("imagenetResnet", options))
        .of(Optional.of(Family.of("imagenetResnet", depth, options)));
  }

  /**
   * The plain ImageNet net of 18 or 34 layers (He et al. 2015, Table 1 and Fig. 3): {@link
   * #imagenetResnet} without its shortcuts.
   *
   * @throws IllegalArgumentException if the paper has no plain net of this depth
   */
  public static Net imagenetPlain(int depth, FamilyOption... options) {
    if (depth != 18 && depth != 34) {
      throw Depths.noImagenetPlain(depth);
    }
    return imagenet(depth, Options.of("imagenetPlain", options))
        .plain()
        .of(Optional.of(Family.of("imagenetPlain", depth, options)));
  }

  private static Net imagenet(int depth, Options given) {
    List<Integer> blocks = IMAGENET.get(depth);
    if (blocks == null) {
      throw Depths.noImagenet(depth);
    }
    BlockKind kind = depth < 50 ? BlockKind.BASIC : BlockKind.BOTTLENECK;
    int width = given.width(64);
    Stages stages = Stages.of(kind, given, Option.projectionWhereNeeded()).width(width);
    Net stem =
        stages
            .order()
            .stem(Net.net().conv(width, kernelSize(7), stride(2)))
            .maxPool(kernelSize(3), stride(2), padding(1));
    return closed(stages.appendTo(stem, blocks), given, 1000);
  }

  private static Net closed(Net pooled, Options given, int classes) {
    Net net = pooled.dense(given.classes(classes));
    return given.has(Initializer.class)
        ? net.initialized(given.get(Initializer.class, Initializer.HE_NORMAL))
        : net;
  }

  /**
   * The net of a name, or of a text such as {@code net().conv(16)} or {@code resnet(20,
   * projection())}; names are {@code resnet20}, {@code plain56}, {@code preact164}, {@code
   * wrn-28-10}, {@code imagenet-resnet50}, {@code imagenet-resnet50-v1.5}, {@code
   * imagenet-plain34}, at every depth of their families.
   *
   * @throws IllegalArgumentException if it is neither: the message shows what could be meant
   */
  public static Net named(String name) {
    return name.contains("(") ? Net.parse(name) : NetNames.net(name.strip());
  }
}
