package org.skipjack.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skipjack.net.Window;

/** The messages for shapes that do not fit: what, where, got, expected, and a fix to paste. */
final class ShapeErrors {
  private static final int SOURCE_WIDTH = 88;

  private ShapeErrors() {}

  /** The two branches of a residual block with an identity shortcut have different shapes. */
  static ShapeException cannotAdd(LayerOrigin layerOrigin, Shape body, Shape shortcut) {
    boolean vectors = body.rank() == 1 && shortcut.rank() == 1;
    if (!vectors && shortcut.strideTo(body).isEmpty()) {
      return noStrideFits(layerOrigin, body, shortcut);
    }
    return branches(
        layerOrigin,
        body,
        shortcut,
        """
        Fix: drop identity(): the default projects the shortcut by a %s  (arXiv:1512.03385, eq. 2)
         or: keep the shape inside the block: end it with %s  (eq. 1 adds equal shapes)"""
            .formatted(
                vectors ? "dense layer" : "1×1 convolution",
                vectors
                    ? String.format(Locale.ROOT, "dense(%d)", shortcut.channels())
                    : String.format(Locale.ROOT, "conv(%d), all strides 1", shortcut.channels())));
  }

  /** No stride of a 1×1 convolution, or of skipped pixels, leads from one branch to the other. */
  static ShapeException noStrideFits(LayerOrigin layerOrigin, Shape body, Shape shortcut) {
    return branches(
        layerOrigin,
        body,
        shortcut,
        body.rank() == shortcut.rank()
            ? """
              Fix: no stride of the shortcut gives the body's height and width; keep them by \
              padding, as conv does without a padding option
               or: end the block with the size that a stride of 2, 3, … gives"""
            : "Fix: move what makes the vector, flatten() or globalAvgPool(), behind the block");
  }

  /** A shortcut without parameters cannot drop channels. */
  static ShapeException cannotZeroPad(LayerOrigin layerOrigin, Shape body, Shape shortcut) {
    return branches(
        layerOrigin,
        body,
        shortcut,
        String.format(
            Locale.ROOT,
            """
        Fix: zeroPad() appends channels and cannot remove them; drop it, and a 1×1 convolution \
        projects the shortcut  (arXiv:1512.03385, §3.3, option B)
         or: end the block with %d channels or more""",
            shortcut.channels()));
  }

  private static ShapeException branches(
      LayerOrigin layerOrigin, Shape body, Shape shortcut, String fix) {
    String message =
        "%s cannot add its two branches: %s.%n%n    %s%n%n%s%n%s"
            .formatted(
                layerOrigin.title(),
                differences(body, shortcut),
                shortened(layerOrigin.source()),
                table(body, shortcut),
                fix);
    return new ShapeException(message, layerOrigin.path(), shortcut.toString(), body.toString());
  }

  private static String differences(Shape body, Shape shortcut) {
    if (body.rank() != shortcut.rank()) {
      return "one is an image, the other a vector";
    }
    List<String> parts = new ArrayList<>();
    if (body.channels() != shortcut.channels()) {
      parts.add(body.isImage() ? "channels" : "features");
    }
    if (body.isImage()) {
      boolean height = body.height() != shortcut.height();
      boolean width = body.width() != shortcut.width();
      if (height && width) {
        parts.add("both spatial sizes");
      } else if (height || width) {
        parts.add(height ? "height" : "width");
      }
    }
    return String.join(" and ", parts)
        + (parts.equals(List.of("height")) || parts.equals(List.of("width"))
            ? " differs"
            : " differ");
  }

  /** The two shapes one under the other, the axes that differ marked below. */
  private static String table(Shape body, Shape shortcut) {
    if (body.rank() != shortcut.rank()) {
      return "    body      %s%n    shortcut  %s".formatted(body, shortcut);
    }
    StringBuilder upper = new StringBuilder("    body      [N");
    StringBuilder lower = new StringBuilder("    shortcut  [N");
    StringBuilder marks = new StringBuilder(" ".repeat(upper.length()));
    for (int axis = 0; axis < body.rank(); axis++) {
      String above = body.sizes().get(axis).toString();
      String below = shortcut.sizes().get(axis).toString();
      int width = Math.max(above.length(), below.length());
      upper.append(", ").append(" ".repeat(width - above.length())).append(above);
      lower.append(", ").append(" ".repeat(width - below.length())).append(below);
      marks.append("  ").append((above.equals(below) ? " " : "^").repeat(width));
    }
    return upper
        + "]"
        + System.lineSeparator()
        + lower
        + "]"
        + System.lineSeparator()
        + marks.toString().stripTrailing();
  }

  /** A window is larger than what it slides over; {@code instead} is what would do, as code. */
  static ShapeException windowDoesNotFit(
      LayerOrigin layerOrigin, Window window, Shape image, String instead) {
    int padded = window.extent() - 2 * window.padding();
    boolean height = image.height() < padded;
    return new ShapeException(
        String.format(
            Locale.ROOT,
            """
        %s would leave nothing: size %d does not fit in %s %d of %s (stride %d, %s%s).
        Fix: %s; or a larger image here, by less stride or pooling before it.""",
            layerOrigin.title(),
            window.extent(),
            height ? "height" : "width",
            height ? image.height() : image.width(),
            image,
            window.stride(),
            window.padding() == 0 ? "no padding" : "padding " + window.padding(),
            window.dilation() == 1 ? "" : ", dilation " + window.dilation(),
            instead),
        layerOrigin.path(),
        "height and width of " + padded + " or more",
        image.toString());
  }

  /** The channels of the input cannot be shared out evenly among the groups. */
  static ShapeException groupsDoNotDivide(LayerOrigin layerOrigin, Conv2d op, Shape image) {
    int channels = image.channels();
    int[] legal =
        IntStream.rangeClosed(1, channels)
            .filter(groups -> channels % groups == 0 && op.filters() % groups == 0)
            .toArray();
    int below = Arrays.stream(legal).filter(groups -> groups < op.groups()).max().orElse(1);
    String above =
        Arrays.stream(legal)
            .filter(groups -> groups > op.groups())
            .mapToObj(groups -> String.format(Locale.ROOT, " or groups(%d)", groups))
            .findFirst()
            .orElse("");
    return new ShapeException(
        String.format(
            Locale.ROOT,
            """
        %s cannot share out the channels of %s evenly: %d is no multiple of %d groups.
        Fix: groups(%d)%s, which divide both the %d channels and the %d filters.""",
            layerOrigin.title(),
            image,
            channels,
            op.groups(),
            below,
            above,
            channels,
            op.filters()),
        layerOrigin.path(),
        "channels that are a multiple of " + op.groups(),
        image.toString());
  }

  /** A tensor would have more values than an array can hold. */
  static ShapeException tooLarge(LayerOrigin layerOrigin, String what, List<Integer> sizes) {
    return new ShapeException(
        String.format(
            Locale.ROOT,
            """
            %s would have %s of %s, more than the %,d values that an array can hold.
            Fix: fewer filters or units, a stride or pooling before it, or a smaller --input.""",
            layerOrigin.title(),
            what,
            sizes.stream().map(String::valueOf).collect(Collectors.joining(" × ")),
            Integer.MAX_VALUE),
        layerOrigin.path(),
        "at most " + Integer.MAX_VALUE + " values",
        sizes.toString());
  }

  static Shape requireImage(LayerOrigin layerOrigin, Shape input) {
    if (!input.isImage()) {
      throw new ShapeException(
          """
          %s works on images [N, C, H, W] but is given %s.
          Fix: put it before the globalAvgPool(), flatten() or dense(…) that made the vector."""
              .formatted(layerOrigin.title(), input),
          layerOrigin.path(),
          "[N, C, H, W]",
          input.toString());
    }
    return input;
  }

  /** The net begins with a layer for images, and is given vectors. */
  static ShapeException inputIsNoImage(LayerOrigin layerOrigin, Shape input) {
    return new ShapeException(
        """
        %s works on images [N, C, H, W] but the net is given vectors, %s.
        Fix: give it images, Shape.image(3, 32, 32) or --input 3x32x32, or begin with dense(…)."""
            .formatted(layerOrigin.title(), input),
        layerOrigin.path(),
        "[N, C, H, W]",
        input.toString());
  }

  static ShapeException denseNeedsVector(LayerOrigin layerOrigin, Shape input) {
    return new ShapeException(
        """
        %s works on vectors [N, F] but is given %s.
        Fix: put globalAvgPool() before it, as in He et al. 2015, or flatten()."""
            .formatted(layerOrigin.title(), input),
        layerOrigin.path(),
        "[N, F]",
        input.toString());
  }

  static ShapeException wrongInput(Shape expected, long[] actual) {
    String got = Arrays.stream(actual).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    boolean channelsLast =
        expected.isImage()
            && actual.length == 4
            && actual[3] == expected.channels()
            && actual[1] == expected.height()
            && actual[2] == expected.width();
    String advice =
        channelsLast
            ? String.format(
                    Locale.ROOT,
                    "The last axis is %d, so this looks like channels-last data.%n",
                    actual[3])
                + "Fix: move the channels in front of height and width, array.permute(0, 3, 1, 2)."
            : "Fix: build the net for these examples, or read them in the shape " + expected + ".";
    return new ShapeException(
        "this net was compiled for input %s%s but the batch is [%s].%n%s"
            .formatted(expected, expected.isImage() ? " (NCHW)" : "", got, advice),
        "input",
        expected.toString(),
        "[" + got + "]");
  }

  static ShapeException wrongClasses(Node output, int classes, String data) {
    boolean vector = output.shape().rank() == 1;
    return new ShapeException(
        String.format(
            Locale.ROOT,
            """
        the net ends in %s, %s, but %s has %5$d classes.
        Fix: end the net with %sdense(%5$d), or give classes(%5$d) to the word that makes it.""",
            output.shape(),
            output.origin().title(),
            data,
            vector ? "" : "globalAvgPool().",
            classes),
        output.origin().path(),
        Shape.vector(classes).toString(),
        output.shape().toString());
  }

  private static String shortened(String source) {
    return source.length() <= SOURCE_WIDTH ? source : source.substring(0, SOURCE_WIDTH - 1) + "…";
  }
}
