package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.shortcutOnlyGate;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.skipjack.net.Net;

/** The whole text of every message about a shape. */
class ShapeErrorsTest {
  private static final Shape IMAGE = Shape.image(3, 32, 32);

  private static void assertRefused(Net net, Shape input, String message) {
    assertRefused(() -> Graph.of(net, input), message);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(ShapeException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
  }

  @Nested
  class BranchesOfAResidualBlock {
    @Test
    void a_gate_on_an_identity_does_not_hide_that_the_shapes_differ() {
      assertRefused(
          net().conv(64).residual(shortcutOnlyGate(-6, identity()), b -> b.conv(32)),
          IMAGE,
          """
          residual #1 cannot add its two branches: channels differ.

              .residual(shortcutOnlyGate(-6.0, identity()), b -> b.conv(32))

              body      [N, 32, 32, 32]
              shortcut  [N, 64, 32, 32]
                            ^^
          Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with conv(64), all strides 1  (eq. 1 adds equal shapes)""");
    }

    @Test
    void channels_and_both_spatial_sizes_differ() {
      assertRefused(
          net()
              .conv(64)
              .repeat(2, n -> n.residual(b -> b.conv(64)))
              .residual(identity(), b -> b.conv(128, stride(2)).batchNorm()),
          IMAGE,
          """
          residual #3 cannot add its two branches: channels and both spatial sizes differ.

              .residual(identity(), b -> b.conv(128, stride(2)).batchNorm())

              body      [N, 128, 16, 16]
              shortcut  [N,  64, 32, 32]
                            ^^^  ^^  ^^
          Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with conv(64), all strides 1  (eq. 1 adds equal shapes)""");
    }

    @Test
    void channels_alone_differ() {
      assertRefused(
          net().conv(64).residual(identity(), b -> b.conv(128)),
          IMAGE,
          """
          residual #1 cannot add its two branches: channels differ.

              .residual(identity(), b -> b.conv(128))

              body      [N, 128, 32, 32]
              shortcut  [N,  64, 32, 32]
                            ^^^
          Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with conv(64), all strides 1  (eq. 1 adds equal shapes)""");
    }

    @Test
    void height_alone_differs() {
      assertRefused(
          net().residual(identity(), b -> b.maxPool(kernelSize(1), stride(2))),
          Shape.image(3, 8, 1),
          """
          residual #1 cannot add its two branches: height differs.

              .residual(identity(), b -> b.maxPool(kernelSize(1), stride(2)))

              body      [N, 3, 4, 1]
              shortcut  [N, 3, 8, 1]
                               ^
          Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with conv(3), all strides 1  (eq. 1 adds equal shapes)""");
    }

    @Test
    void features_of_vectors_differ() {
      assertRefused(
          net().dense(8).residual(identity(), b -> b.dense(4)),
          Shape.vector(5),
          """
          residual #1 cannot add its two branches: features differ.

              .residual(identity(), b -> b.dense(4))

              body      [N, 4]
              shortcut  [N, 8]
                            ^
          Fix: drop identity(): the default projects the shortcut by a dense layer  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with dense(8)  (eq. 1 adds equal shapes)""");
    }

    @Test
    void a_block_inside_others_is_shown_with_its_path_and_a_long_one_cut_short() {
      assertRefused(
          net()
              .block(
                  a ->
                      a.residual(
                          identity(),
                          b ->
                              b.conv(64, kernelSize(5), bias())
                                  .batchNorm()
                                  .relu()
                                  .conv(12345, kernelSize(1), bias())))
              .named("stage1"),
          IMAGE,
          """
          residual #1 (stage1/block1) cannot add its two branches: channels differ.

              .residual(identity(), b -> b.conv(64, kernelSize(5), bias()).batchNorm().relu().conv(12…

              body      [N, 12345, 32, 32]
              shortcut  [N,     3, 32, 32]
                            ^^^^^
          Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
           or: keep the shape inside the block: end it with conv(3), all strides 1  (eq. 1 adds equal shapes)""");
    }

    @Test
    void no_stride_leads_from_one_size_to_the_other() {
      String expected =
          """
          residual #1 cannot add its two branches: both spatial sizes differ.

              .residual(%sb -> b.conv(3, kernelSize(4)))

              body      [N, 3, 31, 31]
              shortcut  [N, 3, 32, 32]
                               ^^  ^^
          Fix: no stride of the shortcut gives the body's height and width; keep them by padding, as conv does without a padding option
           or: end the block with the size that a stride of 2, 3, … gives""";

      assertRefused(net().residual(b -> b.conv(3, kernelSize(4))), IMAGE, expected.formatted(""));
      assertRefused(
          net().residual(zeroPad(), b -> b.conv(3, kernelSize(4))),
          IMAGE,
          expected.formatted("zeroPad(), "));
      assertRefused(
          net().residual(identity(), b -> b.conv(3, kernelSize(4))),
          IMAGE,
          expected.formatted("identity(), "));
    }

    @Test
    void one_is_an_image_the_other_a_vector() {
      assertRefused(
          net().residual(b -> b.flatten()),
          IMAGE,
          """
          residual #1 cannot add its two branches: one is an image, the other a vector.

              .residual(b -> b.flatten())

              body      [N, 3072]
              shortcut  [N, 3, 32, 32]
          Fix: move what makes the vector, flatten() or globalAvgPool(), behind the block""");
    }

    @Test
    void zero_padding_cannot_remove_channels() {
      assertRefused(
          net().conv(8).residual(zeroPad(), b -> b.conv(4)),
          IMAGE,
          """
          residual #1 cannot add its two branches: channels differ.

              .residual(zeroPad(), b -> b.conv(4))

              body      [N, 4, 32, 32]
              shortcut  [N, 8, 32, 32]
                            ^
          Fix: zeroPad() appends channels and cannot remove them; drop it, and a 1×1 convolution projects the shortcut  (arXiv:1512.03385, §3.3, option B)
           or: end the block with 8 channels or more""");
    }

    @Test
    void zero_padding_is_for_images() {
      assertRefused(
          net().dense(8).residual(zeroPad(), b -> b.dense(9)),
          Shape.vector(5),
          """
          residual #1 works on images [N, C, H, W] but is given [N, 8].
          Fix: put it before the globalAvgPool(), flatten() or dense(…) that made the vector.""");
    }
  }

  @Nested
  class Layers {
    @Test
    void pooling_would_leave_nothing() {
      assertRefused(
          net().conv(64).maxPool().maxPool(kernelSize(3), stride(2)),
          Shape.image(3, 4, 4),
          """
          maxPool #2 would leave nothing: size 3 does not fit in height 2 of [N, 64, 2, 2] (stride 2, no padding).
          Fix: kernelSize(2) at most, or globalAvgPool(); or a larger image here, by less stride or pooling before it.""");
    }

    @Test
    void a_convolution_would_leave_nothing() {
      assertRefused(
          net().block(b -> b.conv(8, kernelSize(7), padding(1))),
          Shape.image(3, 9, 4),
          """
          conv #1 (block1/conv1) would leave nothing: size 7 does not fit in width 4 of [N, 3, 9, 4] (stride 1, padding 1).
          Fix: kernelSize(6) at most, or padding(2) at least; or a larger image here, by less stride or pooling before it.""");
    }

    @Test
    void a_dilated_convolution_would_leave_nothing() {
      assertRefused(
          net().conv(8, dilation(4), padding(0)),
          Shape.image(3, 8, 8),
          """
          conv #1 would leave nothing: size 9 does not fit in height 8 of [N, 3, 8, 8] (stride 1, no padding, dilation 4).
          Fix: kernelSize(2) at most, or padding(1) at least; or a larger image here, by less stride or pooling before it.""");
    }

    @Test
    void groups_do_not_divide_the_channels() {
      assertRefused(
          net().conv(64).conv(96, groups(3)),
          IMAGE,
          """
          conv #2 cannot share out the channels of [N, 64, 32, 32] evenly: 64 is no multiple of 3 groups.
          Fix: groups(2) or groups(4), which divide both the 64 channels and the 96 filters.""");
      assertRefused(
          net().conv(8).conv(16, groups(16)),
          IMAGE,
          """
          conv #2 cannot share out the channels of [N, 8, 32, 32] evenly: 8 is no multiple of 16 groups.
          Fix: groups(8), which divide both the 8 channels and the 16 filters.""");
    }

    @Test
    void a_net_of_images_is_given_vectors() {
      assertRefused(
          net().conv(8),
          Shape.vector(64),
          """
          conv #1 works on images [N, C, H, W] but the net is given vectors, [N, 64].
          Fix: give it images, Shape.image(3, 32, 32) or --input 3x32x32, or begin with dense(…).""");
      assertRefused(
          net().squeezeExcitation(8),
          Shape.vector(64),
          """
          squeezeExcitation #1 works on images [N, C, H, W] but the net is given vectors, [N, 64].
          Fix: give it images, Shape.image(3, 32, 32) or --input 3x32x32, or begin with dense(…).""");
    }

    @Test
    void a_tensor_is_larger_than_an_array() {
      assertRefused(
          net().conv(2_000_000_000),
          IMAGE,
          """
          conv #1 would have values of 2000000000 × 32 × 32, more than the 2,147,483,647 values that an array can hold.
          Fix: fewer filters or units, a stride or pooling before it, or a smaller --input.""");
      assertRefused(
          net().globalAvgPool().dense(100_000).dense(100_000),
          IMAGE,
          """
          dense #2 would have weights of 100000 × 100000, more than the 2,147,483,647 values that an array can hold.
          Fix: fewer filters or units, a stride or pooling before it, or a smaller --input.""");
      assertRefused(
          net().flatten(),
          Shape.image(999_999, 999_999, 999_999),
          """
          input would have values of 999999 × 999999 × 999999, more than the 2,147,483,647 values that an array can hold.
          Fix: fewer filters or units, a stride or pooling before it, or a smaller --input.""");
    }

    @Test
    void a_convolution_is_given_a_vector() {
      assertRefused(
          net().globalAvgPool().conv(8),
          IMAGE,
          """
          conv #1 works on images [N, C, H, W] but is given [N, 3].
          Fix: put it before the globalAvgPool(), flatten() or dense(…) that made the vector.""");
    }

    @Test
    void a_dense_layer_is_given_an_image() {
      assertRefused(
          net().conv(8).dense(10),
          IMAGE,
          """
          dense #1 works on vectors [N, F] but is given [N, 8, 32, 32].
          Fix: put globalAvgPool() before it, as in He et al. 2015, or flatten().""");
    }
  }

  @Nested
  class Data {
    private final Graph graph = Graph.of(net().conv(8).globalAvgPool().dense(10), IMAGE);

    @Test
    void a_batch_with_channels_last_is_recognized() {
      assertRefused(
          () -> graph.requireInput(new long[] {128, 32, 32, 3}),
          """
          this net was compiled for input [N, 3, 32, 32] (NCHW) but the batch is [128, 32, 32, 3].
          The last axis is 3, so this looks like channels-last data.
          Fix: move the channels in front of height and width, array.permute(0, 3, 1, 2).""");
    }

    @Test
    void a_batch_of_another_size_is_refused() {
      assertRefused(
          () -> graph.requireInput(new long[] {128, 3, 16, 16}),
          """
          this net was compiled for input [N, 3, 32, 32] (NCHW) but the batch is [128, 3, 16, 16].
          Fix: build the net for these examples, or read them in the shape [N, 3, 32, 32].""");
    }

    @Test
    void a_batch_of_vectors_is_refused_for_other_vectors() {
      assertRefused(
          () -> Graph.of(net().dense(2), Shape.vector(4)).requireInput(new long[] {2, 5}),
          """
          this net was compiled for input [N, 4] but the batch is [2, 5].
          Fix: build the net for these examples, or read them in the shape [N, 4].""");
    }

    @Test
    void a_batch_that_fits_is_accepted() {
      graph.requireInput(new long[] {1, 3, 32, 32});
      graph.requireInput(new long[] {128, 3, 32, 32});
    }

    @Test
    void classes_that_are_not_the_outputs_are_refused() {
      assertRefused(
          () -> graph.requireClasses(100, "cifar100"),
          """
          the net ends in [N, 10], dense #1, but cifar100 has 100 classes.
          Fix: end the net with dense(100), or give classes(100) to the word that makes it.""");
    }

    @Test
    void a_net_that_ends_in_images_has_no_classes() {
      assertRefused(
          () -> Graph.of(net().conv(10), IMAGE).requireClasses(10, "cifar10"),
          """
          the net ends in [N, 10, 32, 32], conv #1, but cifar10 has 10 classes.
          Fix: end the net with globalAvgPool().dense(10), or give classes(10) to the word that makes it.""");
    }

    @Test
    void classes_that_are_the_outputs_are_accepted() {
      graph.requireClasses(10, "cifar10");
    }
  }

  @Test
  void an_exception_says_where_and_what_for_programs_too() {
    Net net = net().conv(4).block(b -> b.conv(4).dense(2)).named("head");
    ShapeException refusal = catchThrowableOfType(ShapeException.class, () -> Graph.of(net, IMAGE));

    assertThat(refusal.path()).isEqualTo("head/dense1");
    assertThat(refusal.expected()).isEqualTo("[N, F]");
    assertThat(refusal.actual()).isEqualTo("[N, 4, 32, 32]");
  }
}
