package org.skipjack.kernel.renderers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.skipjack.data.Dataset;
import org.skipjack.io.Markup;
import org.skipjack.train.Predictions;

/**
 * Some images of a data set with their classes, as HTML.
 *
 * @param dataset the set
 * @param indices which of its images
 * @param captions what stands below each
 */
record ImageGrid(Dataset dataset, List<Integer> indices, List<String> captions) {
  private static final int IMAGES = 30;

  /** How far into a set images are looked for, so that a large one is not read as a whole. */
  private static final int LOOKED_AT = 5_000;

  private static final int SIZE_ON_PAGE = 64;

  /** The first images that were predicted, each over the most probable classes. */
  static ImageGrid of(Predictions predictions) {
    int shown = Math.min(IMAGES, predictions.size());
    return new ImageGrid(
        predictions.images(),
        predictions.indices().subList(0, shown),
        IntStream.range(0, shown).mapToObj(predictions::describe).toList());
  }

  /** The first images of each class in turn, so that all classes are seen where there is room. */
  static ImageGrid of(Dataset dataset) {
    List<Deque<Integer>> byClass = new ArrayList<>();
    dataset.classNames().forEach(name -> byClass.add(new ArrayDeque<>()));
    for (int index = 0; index < Math.min(dataset.size(), LOOKED_AT); index++) {
      byClass.get(dataset.label(index)).add(index);
    }
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < IMAGES && byClass.stream().anyMatch(images -> !images.isEmpty())) {
      for (Deque<Integer> images : byClass) {
        if (!images.isEmpty() && chosen.size() < IMAGES) {
          chosen.add(images.removeFirst());
        }
      }
    }
    return new ImageGrid(
        dataset,
        List.copyOf(chosen),
        chosen.stream().map(index -> dataset.classNames().get(dataset.label(index))).toList());
  }

  /** The images in rows, each over its caption. */
  String html() {
    StringBuilder html =
        new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:8px;max-width:760px\">\n");
    for (int i = 0; i < indices.size(); i++) {
      html.append(figure(indices.get(i), captions.get(i)));
    }
    return html.append("</div>\n").toString();
  }

  private String figure(int index, String text) {
    String caption = Markup.escaped(text);
    int width = Math.max(1, SIZE_ON_PAGE * dataset.width() / Math.max(1, dataset.height()));
    return String.format(
        Locale.ROOT,
        """
        <figure style="margin:0;width:%1$dpx;font-size:11px;line-height:1.2;text-align:center;overflow:hidden">\
        <img style="image-rendering:pixelated;display:block;width:%2$dpx;height:%3$dpx" \
        alt="%4$s" title="%4$s, image %5$d" src="data:image/png;base64,%6$s">%4$s</figure>
        """,
        Math.max(SIZE_ON_PAGE, width),
        width,
        SIZE_ON_PAGE,
        caption,
        index,
        png(index));
  }

  private String png(int index) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      boolean unused = ImageIO.write(image(index), "png", stream);
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** Three channels as colors, any other number by the first as gray. */
  private BufferedImage image(int index) {
    byte[] pixels = dataset.image(index);
    int plane = dataset.height() * dataset.width();
    boolean color = dataset.channels() == 3;
    BufferedImage image =
        new BufferedImage(dataset.width(), dataset.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < plane; i++) {
      int red = pixels[i] & 0xff;
      int green = color ? pixels[plane + i] & 0xff : red;
      int blue = color ? pixels[2 * plane + i] & 0xff : red;
      image.setRGB(i % dataset.width(), i / dataset.width(), (red << 16) | (green << 8) | blue);
    }
    return image;
  }
}
