package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;

class ImageFolderTest {
  private static final int HEIGHT = 4;
  private static final int WIDTH = 6;
  private static final int PLANE = HEIGHT * WIDTH;

  @TempDir private Path folder;

  @Test
  void train_and_test_folders_become_the_two_sets() throws IOException {
    png("train/dog/b.png", 2);
    png("train/cat/z.png", 1);
    png("train/cat/deep/a.PNG", 3);
    png("test/cat/1.png", 4);
    png("test/dog/1.png", 5);
    Files.writeString(folder.resolve("train/cat/notes.txt"), "no image");

    DataSplit split = ImageFolder.read(folder, ReadOptions.DEFAULT);

    assertThat(split.training().images())
        .hasToString(folder.getFileName() + " [3, 3, 4, 6], 2 classes");
    assertThat(split.training().images().classNames()).containsExactly("cat", "dog");
    assertThat(split.training().images().histogram()).containsExactly(2, 1);
    assertThat(split.training().images().image(0)[2 * PLANE]).isEqualTo((byte) 3);
    assertThat(split.training().images().image(1)[2 * PLANE]).isEqualTo((byte) 1);
    assertThat(split.test().size()).isEqualTo(2);
  }

  @Test
  void planes_are_red_green_blue_from_top_to_bottom() throws IOException {
    png("cat/1.png", 7);
    png("cat/2.png", 7);
    png("dog/1.png", 7);

    byte[] image = ImageFolder.read(folder, ReadOptions.DEFAULT).training().images().image(0);

    assertThat(image).hasSize(3 * PLANE);
    assertThat(image[WIDTH + 5]).isEqualTo((byte) 50);
    assertThat(image[PLANE + 3 * WIDTH + 1]).isEqualTo((byte) 30);
    assertThat(image[2 * PLANE + 9]).isEqualTo((byte) 7);
  }

  @Test
  void jpeg_is_read_nearly_as_it_was() throws IOException {
    BufferedImage flat = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      flat.setRGB(i % 16, i / 16, 0x3C78B4);
    }
    write("cat/1.jpg", DataFiles.encode(flat, "jpeg"));
    write("cat/2.jpeg", DataFiles.encode(flat, "jpeg"));
    write("dog/1.jfif", DataFiles.encode(flat, "jpeg"));

    byte[] image = ImageFolder.read(folder, ReadOptions.DEFAULT).test().images().image(0);

    assertThat(image[100] & 0xFF).isBetween(0x3A, 0x3E);
    assertThat(image[256 + 100] & 0xFF).isBetween(0x76, 0x7A);
    assertThat(image[512 + 100] & 0xFF).isBetween(0xB2, 0xB6);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void gray_is_taken_as_stored_in_three_equal_planes(int type) throws IOException {
    BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, type);
    int scale = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 256;
    for (int i = 0; i < PLANE; i++) {
      gray.getRaster().setSample(i % WIDTH, i / WIDTH, 0, scale * (i + 100));
    }
    write("cat/1.png", DataFiles.encode(gray, "png"));
    write("cat/2.png", DataFiles.encode(gray, "png"));
    write("dog/1.png", DataFiles.encode(gray, "png"));

    byte[] image = ImageFolder.read(folder, ReadOptions.DEFAULT).training().images().image(0);

    assertThat(image[10]).isEqualTo((byte) 110);
    assertThat(image[PLANE + 10]).isEqualTo((byte) 110);
    assertThat(image[2 * PLANE + 10]).isEqualTo((byte) 110);
  }

  @Test
  void images_of_several_sizes_are_refused_with_two_of_them() throws IOException {
    png("cat/1.png", 1);
    write("dog/1.png", picture(5, 5));

    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            the images differ in size (CHW).

                [3, 4, 6]  %s
                [3, 5, 5]  %s

            Fix: have every image resized on reading, --size 4x6, or bring them to one size.\
            """
                .formatted(folder.resolve("cat/1.png"), folder.resolve("dog/1.png")));
  }

  @Test
  void a_size_resizes_every_image() throws IOException {
    png("cat/1.png", 90);
    write("cat/2.png", picture(50, 20));
    write("dog/1.png", picture(5, 7));

    DataSplit split = ImageFolder.read(folder, ReadOptions.DEFAULT.size(2, 3));

    assertThat(split.training().images())
        .hasToString(folder.getFileName() + " [2, 3, 2, 3], 2 classes");
    assertThat(split.training().images().image(0)).hasSize(18);
  }

  @Test
  void a_folder_without_halves_is_divided_by_seed() throws IOException {
    for (int i = 0; i < 10; i++) {
      png(String.format(Locale.ROOT, "cat/%d.png", i), i);
      png(String.format(Locale.ROOT, "dog/%d.png", i), 100 + i);
    }

    DataSplit first = ImageFolder.read(folder, new ReadOptions(ReadOptions.DEFAULT.size(), 0.3, 1));
    DataSplit again = ImageFolder.read(folder, new ReadOptions(ReadOptions.DEFAULT.size(), 0.3, 1));
    DataSplit other = ImageFolder.read(folder, new ReadOptions(ReadOptions.DEFAULT.size(), 0.3, 2));

    assertThat(first.test().images().histogram()).containsExactly(3, 3);
    assertThat(first.training().images().histogram()).containsExactly(7, 7);
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 20, 60})
  void a_truncated_image_is_refused_with_its_path(int length) throws IOException {
    png("cat/1.png", 1);
    png("dog/1.png", 1);
    Path file = folder.resolve("cat/2.png");
    write("cat/2.png", Arrays.copyOf(picture(HEIGHT, WIDTH), length));

    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).contains(file);
              assertThat(e.offset()).isPresent();
            })
        .hasMessageContainingAll(
            file + " cannot be read at byte", "\nFix: replace the image, or remove it");
  }

  @Test
  void a_jpeg_cut_short_is_refused_rather_than_filled_with_gray() throws IOException {
    byte[] whole =
        DataFiles.encode(DataFiles.picture(BufferedImage.TYPE_INT_RGB, 24, 24, 3), "jpeg");
    write("cat/1.jpg", whole);
    write("dog/1.jpg", whole);
    write("cat/2.jpg", Arrays.copyOf(whole, whole.length - 40));

    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("2.jpg", "the file ends before its end marker");
  }

  @Test
  void a_changed_byte_in_a_png_is_noticed() throws IOException {
    png("cat/1.png", 1);
    png("dog/1.png", 1);
    byte[] damaged = picture(HEIGHT, WIDTH);
    damaged[45] ^= 4;
    write("cat/2.png", damaged);

    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .hasMessageContaining("the checksum of the chunk IDAT is wrong");
  }

  @Test
  void halves_with_other_classes_an_empty_class_and_other_formats_are_refused() throws IOException {
    png("train/cat/1.png", 1);
    png("train/dog/1.png", 1);
    png("test/cat/1.png", 1);
    png("test/wolf/1.png", 1);
    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .hasMessageContaining("the training and the test folder differ in their classes.");

    Files.delete(folder.resolve("train/dog/1.png"));
    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .hasMessageContaining(folder.resolve("train/dog") + " holds no .png, .jpg or .jpeg file.");

    write("train/dog/1.gif", new byte[3]);
    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .hasMessageContaining("1.gif is an image of a format that is not read");
  }

  @Test
  void a_folder_without_classes_is_answered_with_what_is_expected() {
    assertThatThrownBy(() -> ImageFolder.read(folder, ReadOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("holds no images by class", "cat/1.png", "train/cat/1.png");
  }

  private void png(String name, int blue) throws IOException {
    write(
        name,
        DataFiles.encode(
            DataFiles.picture(BufferedImage.TYPE_INT_RGB, HEIGHT, WIDTH, blue), "png"));
  }

  private static byte[] picture(int height, int width) {
    return DataFiles.encode(
        DataFiles.picture(BufferedImage.TYPE_INT_RGB, height, width, 90), "png");
  }

  private void write(String name, byte[] content) throws IOException {
    DataFiles.write(folder.resolve(name), content);
  }
}
