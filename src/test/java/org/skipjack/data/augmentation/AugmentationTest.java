package org.skipjack.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.data.shapes.Shapes;

class AugmentationTest {
  private static final Augmentation ALL =
      Augmentation.of("pad-crop:4,flip,cutout:5,color-jitter:0.3");

  private final Dataset shapes = Shapes.split(16, 25, 1, Seed.of(1)).training().images();
  private final PixelMean mean = PixelMean.of(shapes);

  private static ImageBuffer picture(int channels, int height, int width, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    ImageBuffer imageBuffer = new ImageBuffer(PixelMean.zero(channels, height, width));
    System.arraycopy(bytes, 0, imageBuffer.pixels(), 0, bytes.length);
    return imageBuffer;
  }

  @Nested
  class Passes {
    /** The images of a pass by their place in the set. */
    private Map<Integer, List<Float>> pass(int batchSize, Seed order, Seed draws) {
      Map<Integer, List<Float>> images = new HashMap<>();
      try (Batches batches = new Batches(shapes, mean, batchSize);
          Feed feed = batches.augmented(order, ALL, draws)) {
        while (feed.hasNext()) {
          Batch batch = feed.next();
          for (int i = 0; i < batch.size(); i++) {
            List<Float> values = new ArrayList<>();
            for (float value : batch.images().slice(i).dup('c').data().asFloat()) {
              values.add(value);
            }
            images.put(batch.indices()[i], values);
          }
        }
      }
      return images;
    }

    @Test
    void an_image_depends_on_the_draws_and_its_place_not_on_order_or_batches() {
      Map<Integer, List<Float>> images = pass(10, Seed.of(1), Seed.of(2));

      assertThat(images).hasSize(25);
      assertThat(pass(3, Seed.of(9), Seed.of(2))).isEqualTo(images);
    }

    @Test
    void other_draws_give_other_images() {
      Map<Integer, List<Float>> images = pass(10, Seed.of(1), Seed.of(2));
      Map<Integer, List<Float>> others = pass(10, Seed.of(1), Seed.of(3));

      assertThat(images).hasSameSizeAs(others);
      assertThat(images.entrySet())
          .noneMatch(image -> image.getValue().equals(others.get(image.getKey())));
    }
  }

  @Test
  void a_pad_crop_moves_by_every_offset_as_often() {
    Map<Integer, Integer> counts = new HashMap<>();
    RandomSource random = Seed.of(1).random();
    for (int i = 0; i < 25_000; i++) {
      ImageBuffer imageBuffer =
          picture(
              1, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      Augmentation.padCrop(2).apply(imageBuffer, random);
      int at = 0;
      while (imageBuffer.pixels()[at] == 0) {
        at++;
      }
      counts.merge(at, 1, Integer::sum);
    }

    assertThat(counts).hasSize(25);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isCloseTo(1000, within(150)));
  }

  @Test
  void a_flip_happens_half_of_the_time() {
    RandomSource random = Seed.of(1).random();
    int flipped = 0;
    for (int i = 0; i < 10_000; i++) {
      ImageBuffer imageBuffer = picture(1, 1, 2, 1, 2);
      Augmentation.flip().apply(imageBuffer, random);
      flipped += imageBuffer.pixels()[0] == 2 ? 1 : 0;
    }

    assertThat(flipped).isCloseTo(5000, within(200));
  }

  @Test
  void a_cutout_erases_squares_cut_off_at_the_border() {
    RandomSource random = Seed.of(1).random();
    Set<Integer> erased = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      ImageBuffer imageBuffer = picture(1, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
      Augmentation.cutout(3).apply(imageBuffer, random);
      int zeros = 0;
      for (byte pixel : imageBuffer.pixels()) {
        zeros += pixel == 0 ? 1 : 0;
      }
      erased.add(zeros);
    }

    assertThat(erased).containsExactlyInAnyOrder(4, 6, 9);
  }

  @Nested
  class Jitter {
    @Test
    void brightness_contrast_and_saturation_are_scaled_in_this_order() {
      ImageBuffer imageBuffer = picture(3, 1, 2, 100, 20, 50, 200, 30, 90);
      Augmentation.colorJitter(0.5).apply(imageBuffer, Seed.of(3).random());

      assertThat(imageBuffer.pixels())
          .isEqualTo(reference(new double[] {100, 20, 50, 200, 30, 90}));
    }

    /** In doubles, with a rounding where bytes are written. */
    private byte[] reference(double[] rgb) {
      RandomSource random = Seed.of(3).random();
      double brightness = 0.5 + random.nextDouble();
      double contrast = 0.5 + random.nextDouble();
      double saturation = 0.5 + random.nextDouble();
      double middle = brightness * (gray(rgb, 0) + gray(rgb, 1)) / 2;
      for (int i = 0; i < 6; i++) {
        rgb[i] = round(middle + contrast * (brightness * rgb[i] - middle));
      }
      byte[] result = new byte[6];
      for (int i = 0; i < 6; i++) {
        double gray = gray(rgb, i % 2);
        result[i] = (byte) round(gray + saturation * (rgb[i] - gray));
      }
      return result;
    }

    private static double gray(double[] rgb, int pixel) {
      return 0.299 * rgb[pixel] + 0.587 * rgb[2 + pixel] + 0.114 * rgb[4 + pixel];
    }

    private static long round(double value) {
      return Math.max(0, Math.min(255, Math.round(value)));
    }

    @Test
    void black_stays_black_where_there_is_nothing_else() {
      ImageBuffer imageBuffer = picture(1, 1, 3, 0, 0, 0);
      Augmentation.colorJitter(1).apply(imageBuffer, Seed.of(1).random());

      assertThat(imageBuffer.pixels()).containsOnly(0);
    }

    @Test
    void no_value_wraps_around() {
      RandomSource random = Seed.of(1).random();
      for (int i = 0; i < 200; i++) {
        ImageBuffer imageBuffer = picture(3, 1, 2, 250, 5, 250, 5, 250, 5);
        Augmentation.colorJitter(1).apply(imageBuffer, random);
        byte[] pixels = imageBuffer.pixels();

        assertThat(pixels[0] & 0xFF).isGreaterThanOrEqualTo(pixels[1] & 0xFF);
      }
    }
  }

  @Nested
  class Texts {
    @ParameterizedTest
    @ValueSource(strings = {"none", "flip", "pad-crop:4,flip", "cutout:8,color-jitter:0.25"})
    void a_text_is_what_its_augmentation_prints(String text) {
      assertThat(Augmentation.of(text)).hasToString(text);
    }

    @Test
    void a_word_without_its_number_has_the_usual_one() {
      assertThat(Augmentation.of("pad-crop,flip,cutout,color-jitter"))
          .hasToString("pad-crop:4,flip,cutout:16,color-jitter:0.4");
    }

    @Test
    void a_text_and_the_words_of_the_language_are_equal() {
      assertThat(Augmentation.of("pad-crop:4,flip,cutout:16"))
          .isEqualTo(
              Augmentation.padCrop(4).then(Augmentation.flip()).then(Augmentation.cutout(16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pad-crop:8", "flip,cutout:8", "pad-crop:400", "cutout:2147483647"})
    void what_leaves_nothing_of_an_image_does_not_fit(String text) {
      Augmentation augmentation = Augmentation.of(text);

      assertThatThrownBy(() -> augmentation.requireFits(16, 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("and the images have 8 a side")
          .hasMessageContaining("Fix: ");
      Augmentation.of("pad-crop:7,cutout:7,flip").requireFits(16, 8);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "rotate|there is no augmentation \"rotate\".",
          "flip,|there is no augmentation \"\".",
          "pad-crop:0|pad-crop is 0 pixels, expected 1 or more.",
          "pad-crop:x|x is not a whole number of pixels: pad-crop.",
          "cutout:-1|cutout is -1 pixels, expected 1 or more.",
          "flip:2|flip takes no number, got flip:2.",
          "color-jitter:2|color-jitter is 2.0, expected more than 0 and up to 1.",
          "color-jitter:a|a is not a number: color-jitter."
        })
    void what_is_wrong_is_said(String text, String message) {
      assertThatThrownBy(() -> Augmentation.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(message)
          .hasMessageContaining("Fix: ");
    }
  }
}
