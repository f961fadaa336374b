package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;

/** What a trained net says of images, however they are given. */
class PredictionsTest {
  private static final DataSplit DATA = Shapes.split(16, 20, 20, Seed.of(1));

  private static final Run RUN =
      Training.of(net().conv(4).relu().globalAvgPool().dense(10)).on(DATA).epochs(1).run();

  private static final TrainedNet MODEL = RUN.model();

  @AfterAll
  static void close() {
    MODEL.close();
  }

  private static BufferedImage picture(Dataset set, int index) {
    byte[] pixels = set.image(index);
    int plane = set.height() * set.width();
    BufferedImage image = new BufferedImage(set.width(), set.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < plane; i++) {
      image.setRGB(
          i % set.width(),
          i / set.width(),
          ((pixels[i] & 0xFF) << 16)
              | ((pixels[plane + i] & 0xFF) << 8)
              | (pixels[2 * plane + i] & 0xFF));
    }
    return image;
  }

  private static INDArray array(Dataset set) {
    float[] values = new float[set.size() * set.imageSize()];
    for (int i = 0; i < set.size(); i++) {
      byte[] pixels = set.image(i);
      for (int j = 0; j < pixels.length; j++) {
        values[i * pixels.length + j] = pixels[j] & 0xFF;
      }
    }
    return Nd4j.create(values, new long[] {set.size(), 3, set.height(), set.width()}, 'c');
  }

  @Test
  void an_array_an_image_and_a_file_are_predicted_as_the_set_is(@TempDir Path folder)
      throws IOException {
    Dataset images = DATA.test().images();
    Predictions expected = MODEL.predict(images);
    Path file = folder.resolve("one.png");
    ImageIO.write(picture(images, 3), "png", file.toFile());

    assertThat(MODEL.predict(array(images))).isEqualTo(expected);
    assertThat(MODEL.predict(picture(images, 3)).get(0).probabilities())
        .containsExactly(expected.get(3).probabilities(), within(1e-5f));
    assertThat(MODEL.predict(file).get(0).probabilities())
        .containsExactly(expected.get(3).probabilities(), within(1e-5f));
  }

  @Test
  void an_image_of_another_size_is_resized() {
    BufferedImage large = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
    BufferedImage small = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);

    assertThat(MODEL.predict(large)).isEqualTo(MODEL.predict(small));
  }

  @Test
  void a_color_image_is_made_gray_for_a_net_of_one_channel() {
    Dataset gray = Dataset.of(Nd4j.createFromArray(new float[2][1][2][2]), new int[] {0, 1});
    try (TrainedNet net =
        Training.of(net().flatten().dense(2))
            .on(new DataSplit(gray, gray))
            .epochs(1)
            .run()
            .model()) {
      BufferedImage green = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 4; i++) {
        green.setRGB(i % 2, i / 2, 0x00FF00);
      }

      // 0.587 of 255, rounded
      assertThat(net.predict(green).images().image(0)).containsOnly((byte) 150);
    }
  }

  @Test
  void a_classification_has_its_classes_by_probability() {
    Classification one =
        new Classification(List.of("a", "b", "c", "d"), new float[] {0.1f, 0.6f, 0.1f, 0.2f});

    assertThat(one).hasToString("b 60.0 %, d 20.0 %, a 10.0 %");
    assertThat(one.className()).isEqualTo("b");
    assertThat(one.label()).isEqualTo(1);
    assertThat(one.probability()).isCloseTo(0.6, within(1e-6));
    assertThat(one.probability("d")).isCloseTo(0.2, within(1e-6));
    assertThatThrownBy(() -> one.probability("e"))
        .hasMessage("the net has no class \"e\".\nFix: one of a, b, c, d");
  }

  @Test
  void mistakes_are_those_with_another_label_the_worst_first() {
    Dataset images = Dataset.of(new double[4][1], List.of("a", "b", "b", "a"));
    Predictions predictions =
        Predictions.of(
            images,
            List.of("a", "b"),
            List.of(
                new float[] {0.4f, 0.6f},
                new float[] {0.3f, 0.7f},
                new float[] {0.9f, 0.1f},
                new float[] {1, 0}));

    assertThat(predictions.accuracy()).isEqualTo(0.5);
    assertThat(predictions.mistakes().indices()).containsExactly(2, 0);
    assertThat(predictions.mistakes())
        .hasToString("2  a 90.0 %, b 10.0 % (label: b)\n0  b 60.0 %, a 40.0 % (label: a)");
    assertThat(predictions)
        .hasToString(
            """
            0  b 60.0 %, a 40.0 % (label: a)
            1  b 70.0 %, a 30.0 %
            2  a 90.0 %, b 10.0 % (label: b)
            3  a 100.0 %, b 0.0 %\
            """);
  }

  @Test
  void images_without_labels_have_no_mistakes() {
    Predictions predictions = MODEL.predict(array(DATA.test().images()));

    assertThat(predictions.labeled()).isFalse();
    assertThatThrownBy(predictions::mistakes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the images have no labels of the net's classes.")
        .hasMessageContaining("Fix: give labels, Dataset.of(images, labels)");
  }

  @Test
  void accuracy_is_what_the_run_measured_after_its_last_epoch() {
    assertThat(MODEL.predict(DATA.test().images()).accuracy())
        .isCloseTo(RUN.testAccuracy(), within(1e-12));
    assertThat(RUN.testAccuracy()).isEqualTo(1 - RUN.testError());
  }
}
