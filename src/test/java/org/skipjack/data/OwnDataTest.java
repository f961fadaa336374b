package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Data sets of what a person has in memory or in files. */
class OwnDataTest {
  /** Two images of three channels, one row and two columns. */
  private static final float[][][][] IMAGES = {
    {{{0, 51}}, {{102, 153}}, {{204, 255}}}, {{{1, 2}}, {{3, 4}}, {{5, 6}}}
  };

  private static final byte[] FIRST = bytes(0, 51, 102, 153, 204, 255);

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static BufferedImage image(int width, int height, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    return image;
  }

  @Test
  void whole_numbers_are_pixels_as_they_are() {
    Dataset set = Dataset.of(IMAGES, new int[] {1, 0});

    assertThat(set).hasToString("own data [2, 3, 1, 2], 2 classes");
    assertThat(set.classNames()).containsExactly("0", "1");
    assertThat(set.label(0)).isEqualTo(1);
    assertThat(set.image(0)).isEqualTo(FIRST);
    assertThat(set.image(1)).isEqualTo(bytes(1, 2, 3, 4, 5, 6));
  }

  @Test
  void an_array_of_nd4j_has_the_same_pixels_in_any_order_of_memory() {
    INDArray array = Nd4j.create(IMAGES);

    Dataset expected = Dataset.of(IMAGES, new int[] {1, 0});
    assertThat(Dataset.of(array, new int[] {1, 0})).isEqualTo(expected);
    assertThat(Dataset.of(array.dup('f'), new int[] {1, 0})).isEqualTo(expected);
    assertThat(Dataset.of(array.castTo(DataType.UINT8), new int[] {1, 0})).isEqualTo(expected);
  }

  @Test
  void numbers_up_to_1_are_shares_of_255() {
    Dataset set = Dataset.of(Nd4j.createFromArray(new float[][] {{0, 0.2f, 1}}), new int[] {0});

    assertThat(set.image(0)).isEqualTo(bytes(0, 51, 255));
    assertThat(set).hasToString("own data [1, 3, 1, 1], 1 classes");
  }

  @Test
  void rows_are_vectors_and_arrays_of_three_axes_have_one_channel() {
    assertThat(Dataset.of(new double[][] {{3, 7}, {9, 11}}, List.of("b", "a")))
        .hasToString("own data [2, 2, 1, 1], 2 classes");
    assertThat(Dataset.of(Nd4j.zeros(5, 4, 3))).hasToString("own data [5, 1, 4, 3], 1 classes");
  }

  @Test
  void classes_given_by_name_are_put_in_order() {
    Dataset set = Dataset.of(IMAGES, List.of("dog", "cat"));

    assertThat(set.classNames()).containsExactly("cat", "dog");
    assertThat(set.label(0)).isEqualTo(1);
    assertThat(set.label(1)).isZero();
  }

  @Test
  void channels_that_come_last_are_brought_to_the_front() {
    float[][][][] last = {{{{0, 102, 204}, {51, 153, 255}}}, {{{1, 3, 5}, {2, 4, 6}}}};

    Dataset expected = Dataset.of(IMAGES, new int[] {0, 1});
    assertThat(Dataset.of(ChannelsLast.toFirst(last), new int[] {0, 1})).isEqualTo(expected);
    assertThat(Dataset.of(ChannelsLast.toFirst(Nd4j.create(last)), new int[] {0, 1}))
        .isEqualTo(expected);
  }

  @Test
  void channels_that_seem_to_come_last_are_refused_with_the_word_that_moves_them() {
    assertThatThrownBy(() -> Dataset.of(Nd4j.zeros(4, 32, 30, 3), new int[4]))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            the images have the shape [32, 30, 3] (CHW), 32 channels of 30 × 3 pixels: the channels seem to stand last.
            Fix: Dataset.of(hwc(images), labels)\
            """);
    assertThatThrownBy(() -> Dataset.of(new float[1][28][28][1], new int[1]))
        .hasMessageContaining("Dataset.of(hwc(images), labels)");
  }

  @Test
  void images_of_java_and_paths_have_the_same_pixels(@TempDir Path folder) throws IOException {
    BufferedImage red = image(3, 2, 0xC80A14);
    BufferedImage blue = image(3, 2, 0x0000FF);
    Path first = folder.resolve("red.png");
    Path second = folder.resolve("blue.png");
    ImageIO.write(red, "png", first.toFile());
    ImageIO.write(blue, "png", second.toFile());

    Dataset ofImages = Dataset.of(List.of(red, blue), List.of("red", "blue"));
    Dataset ofPaths = Dataset.of(List.of(first, second), List.of("red", "blue"));
    assertThat(ofImages.image(0))
        .isEqualTo(
            bytes(200, 200, 200, 200, 200, 200, 10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20));
    assertThat(ofPaths).isEqualTo(ofImages);
  }

  @Test
  void what_does_not_fit_is_refused_by_its_place(@TempDir Path folder) {
    refused(
        () -> Dataset.of(new float[][][][] {{{{1.5f}}}}, new int[1]),
        """
        image 0 has the value 1.5 at 0 of [1, 1, 1] (CHW), expected whole numbers from 0 to 255, or values from 0 to 1 throughout.
        Fix: scale the values to 0 to 1; a net is given them less the mean image of the training set.\
        """);
    refused(
        () -> Dataset.of(new double[][] {{0, 1}, {0, Double.NaN}}, new int[2]),
        """
        image 1 has the value NaN at 1 of [2, 1, 1] (CHW), expected whole numbers from 0 to 255, or values from 0 to 1 throughout.
        Fix: scale the values to 0 to 1; a net is given them less the mean image of the training set.\
        """);
    refused(
        () -> Dataset.of(new double[][] {{0, -0.1}}, new int[1]),
        """
        image 0 has the value -0.1 at 1 of [2, 1, 1] (CHW), expected whole numbers from 0 to 255, or values from 0 to 1 throughout.
        Fix: scale the values to 0 to 1; a net is given them less the mean image of the training set.\
        """);
    refused(
        () -> Dataset.of(IMAGES, new int[3]),
        "there are 2 images and 3 labels.\nFix: give one label for each image.");
    refused(
        () -> Dataset.of(IMAGES, new int[] {0, -1}),
        """
        image 1 of own data has label -1, expected 0 to 0: there are 1 classes.
        Fix: name every class, or correct the label.\
        """);
    refused(
        () -> Dataset.of(IMAGES, new int[] {0, 70_000}),
        """
        own data has 70001 classes, expected 1 to 65,536: a label is two bytes.
        Fix: name the classes, one name for each label.\
        """);
    refused(
        () -> Dataset.of(new float[][][][] {{{{1, 2}}}, {{{1}}}}, new int[2]),
        "image 1 has 1 columns, image 0 has 2: [1, 1, 2].\nFix: bring the images to one shape.");
    refused(
        () -> Dataset.of(new float[0][][][], new int[0]),
        "there are no images.\nFix: give at least one.");
    refused(
        () -> Dataset.of(List.of(image(3, 2, 0), image(2, 2, 0)), new int[2]),
        """
        image 1 has the shape [3, 2, 2] (CHW), image 0 [3, 2, 3].
        Fix: bring the images to one size.\
        """);
    refused(
        () -> Dataset.of(List.of("red.png"), new int[1]),
        """
        image 0 is a java.lang.String, expected a BufferedImage or a Path.
        Fix: give one of these.\
        """);
    refused(
        () -> Dataset.of(Nd4j.zeros(3), new int[3]),
        """
        the array of images has the shape [3], expected [N, channels, height, width], [N, height, width] or [N, features].
        Fix: reshape it.\
        """);
    Path missing = folder.resolve("missing.png");
    assertThatThrownBy(() -> Dataset.of(List.of(missing), new int[1]))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(missing.toString());
    assertThat(Files.exists(missing)).isFalse();
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(DatasetException.class).hasMessage(message);
  }

  @Test
  void a_set_gets_a_name_and_is_split() {
    double[][] rows = new double[10][1];
    DataSplit split = Dataset.of(rows, new int[10]).named("rows").split(0.2);

    assertThat(split.name()).isEqualTo("rows");
    assertThat(split.training().size()).isEqualTo(8);
    assertThat(split.test().size()).isEqualTo(2);
  }
}
