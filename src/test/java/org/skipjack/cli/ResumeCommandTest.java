package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --resume} asks for what matters, and {@code --from} goes on where it cannot. */
class ResumeCommandTest {
  private static final String NET = "net().conv(4, stride(4)).relu().globalAvgPool().dense(2)";
  private static final String SPELLED =
      "net() .conv(4, kernelSize(3), stride(4)).relu().globalAvgPool().dense(2)";

  @TempDir Path folder;

  private Command train(String net, Path data, String out, String... more) {
    return Command.run(
        Stream.concat(
                Stream.of("train", net, "--data", data.toString(), "--schedule", "constant"),
                Stream.concat(Stream.of("--out", folder.resolve(out).toString()), Stream.of(more)))
            .toArray(String[]::new));
  }

  private Path pets(String name) throws IOException {
    for (String pet : List.of("cat", "dog")) {
      Path images = Files.createDirectories(folder.resolve(name).resolve(pet));
      for (int i = 0; i < 5; i++) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(40 * i, pet.equals("cat") ? 250 : 0, 90));
        graphics.fillRect(i, i, 3, 3);
        graphics.dispose();
        assertThat(ImageIO.write(image, "png", images.resolve(i + ".png").toFile())).isTrue();
      }
    }
    return folder.resolve(name);
  }

  @Test
  void a_moved_folder_another_spelling_and_more_epochs_are_the_same_training() throws IOException {
    Path moved = folder.resolve("here/animals");
    assertThat(train(NET, pets("pets"), "run", "--epochs", "1").err()).isEmpty();
    Files.createDirectories(folder.resolve("here"));
    Files.move(folder.resolve("pets"), moved);

    Command longer = train(SPELLED, moved, "run", "--epochs", "2", "--resume");

    assertThat(longer.err()).isEmpty();
    assertThat(longer.code()).isZero();
    assertThat(train(NET, moved, "alone", "--epochs", "2").code()).isZero();
    assertThat(folder.resolve("run/history.jsonl"))
        .hasSameTextualContentAs(folder.resolve("alone/history.jsonl"));
  }

  @Test
  void without_resume_a_longer_run_overwrites_nothing() throws IOException {
    Path pets = pets("pets");
    assertThat(train(NET, pets, "run", "--epochs", "1").code()).isZero();

    Command longer = train(NET, pets, "run", "--epochs", "2");

    assertThat(longer.code()).isEqualTo(2);
    assertThat(longer.err())
        .contains("holds another run", "got       2 epochs", "expected  1 epoch", "--out DIR")
        .doesNotContain("dataWord", "name");
  }

  @Test
  void what_a_schedule_forbids_from_does() throws IOException {
    Path pets = pets("pets");
    assertThat(train(NET, pets, "run", "--epochs", "2").code()).isZero();

    Command refused = train(NET, pets, "run", "--epochs", "3", "--resume", "--warmup", "1");
    Command from =
        train(NET, pets, "more", "--epochs", "3", "--from", folder.resolve("run").toString());
    Command other =
        train(
            "net().conv(8, stride(4)).relu().globalAvgPool().dense(2)",
            pets,
            "other",
            "--from",
            folder.resolve("run").toString());
    Command none = train(NET, pets, "none", "--from", pets.toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("schedule", "length");
    assertThat(from.err()).isEmpty();
    assertThat(from.code()).isZero();
    assertThat(other.err())
        .contains("another net: conv1/weight", "expected  [8, 3, 3, 3]", "Fix:")
        .doesNotContain("defect");
    assertThat(none.err()).contains("there is no checkpoint below", "Fix:");
  }
}
