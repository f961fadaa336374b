package org.skipjack.net;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.net.Option.FamilyOption;

/**
 * The nets of the papers, by name.
 *
 * <p>The CIFAR nets are those of He et al. 2015 (arXiv:1512.03385, §4.2): a 3×3 convolution, three
 * stages of n blocks of two 3×3 convolutions with 16, 32 and 64 filters, the second and third stage
 * starting with stride 2, global average pooling and a fully connected layer; 6n + 2 layers with
 * weights. Shortcuts are option A ({@code zeroPad()}) as in the paper, unless another is given.
 */
public final class Families {
  private static final Pattern NAME = Pattern.compile("(resnet|plain)([0-9]{1,5})");

  private Families() {}

  /**
   * The residual CIFAR net of {@code depth} layers.
   *
   * <p>ResNet-20 at 3×32×32 has 269,722 parameters and takes 40,551,040 multiply-accumulates.
   *
   * @param depth 6n + 2: 8, 14, 20, 32, 44, 56, 110, 1202, …
   * @param options {@code width(16)}, {@code classes(10)}, and a shortcut, {@code zeroPad()}
   * @throws IllegalArgumentException if the depth is not 6n + 2: the message names the nearest
   */
  public static Net resnet(int depth, FamilyOption... options) {
    return resnet(depth, Options.of("resnet", options));
  }

  private static Net resnet(int depth, Options given) {
    int blocks = blocksPerStage(depth);
    int width = given.width(16);
    Shortcut shortcut = given.shortcut(Option.zeroPad());
    return Net.net()
        .conv(width)
        .batchNorm()
        .relu()
        .block(b -> stage(b, blocks, width, 1, shortcut))
        .named("stage1")
        .block(b -> stage(b, blocks, 2 * width, 2, shortcut))
        .named("stage2")
        .block(b -> stage(b, blocks, 4 * width, 2, shortcut))
        .named("stage3")
        .globalAvgPool()
        .dense(given.classes(10));
  }

  /** The plain CIFAR net of {@code depth} layers: {@link #resnet} without its shortcuts. */
  public static Net plain(int depth, FamilyOption... options) {
    return resnet(depth, Options.of("plain", options)).plain();
  }

  /**
   * The net of a name such as {@code resnet20} or {@code plain56}, or of a text such as {@code
   * net().conv(16)} or {@code resnet(20, projection())}.
   *
   * @throws IllegalArgumentException if it is neither: the message shows what could be meant
   */
  public static Net named(String name) {
    Matcher matcher = NAME.matcher(name.strip());
    if (matcher.matches()) {
      int depth = Integer.parseInt(matcher.group(2));
      return matcher.group(1).equals("resnet") ? resnet(depth) : plain(depth);
    }
    if (name.contains("(")) {
      return Net.parse(name);
    }
    String near = Words.didYouMean(name, List.of("resnet20", "plain20", "resnet56", "plain56"));
    throw new IllegalArgumentException(
        "there is no net called \"%s\"%s%n".formatted(name, near.isEmpty() ? "." : near)
            + "Fix: resnetD or plainD with a depth D of 8, 14, 20, 32, 44, 56, 110 …,"
            + " or a text such as \"net().conv(16).relu().globalAvgPool().dense(10)\"");
  }

  /** Blocks that follow the paper's {@code basic} form: two convolutions, an addition, a relu. */
  private static Net stage(Net start, int blocks, int filters, int stride, Shortcut shortcut) {
    return start
        .residual(shortcut, b -> basicBlock(b, filters, stride))
        .relu()
        .repeat(blocks - 1, n -> n.residual(shortcut, b -> basicBlock(b, filters, 1)).relu());
  }

  private static Net basicBlock(Net start, int filters, int stride) {
    return start.conv(filters, Option.stride(stride)).batchNorm().relu().conv(filters).batchNorm();
  }

  private static int blocksPerStage(int depth) {
    int blocks = (depth - 2) / 6;
    if (depth < 8 || depth != 6 * blocks + 2) {
      int below = 6 * blocks + 2;
      String nearest = depth < 8 ? "8 or 14" : below + " or " + (below + 6);
      throw new IllegalArgumentException(
          "a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and %d is none of these.%n"
                  .formatted(depth)
              + "Fix: the nearest depths are "
              + nearest);
    }
    return blocks;
  }
}
