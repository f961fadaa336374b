package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;
import static org.skipjack.train.Interrupted.DATA;
import static org.skipjack.train.Interrupted.NET;
import static org.skipjack.train.Interrupted.TRAINING;
import static org.skipjack.train.Interrupted.bits;
import static org.skipjack.train.Interrupted.interrupted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.io.SealedArchive;
import org.skipjack.train.recipe.Schedule;

class RefusedCheckpointTest {
  @TempDir Path folder;

  private final List<String> refused = new ArrayList<>();
  private final TrainingListener watching =
      new TrainingListener() {
        @Override
        public void refused(CheckpointException refusal) {
          refused.add(refusal.getMessage());
        }
      };
  private Training kept = TRAINING;
  private Path older = folder;
  private Path newer = folder;

  /** Leaves two checkpoints, of which the newer is to be spoilt. */
  private void leaveTwo() {
    kept = TRAINING.checkpoints(folder).listener(watching);
    interrupted(TRAINING.checkpoints(folder), 10);
    older = folder.resolve("step-000000004.skipjack");
    newer = folder.resolve("step-000000006.skipjack");
    assertThat(newer).exists();
  }

  @Test
  void of_a_truncated_one_the_older_is_taken() throws IOException {
    leaveTwo();
    byte[] whole = Files.readAllBytes(newer);
    Files.write(newer, Arrays.copyOf(whole, whole.length / 2));

    assertThat(bits(kept.resume())).isEqualTo(bits(TRAINING.run()));
    assertThat(refused).singleElement().asString().contains(newer + " is cut short");
  }

  @Test
  void of_an_edited_one_the_older_is_taken() throws IOException {
    leaveTwo();
    byte[] edited = Files.readAllBytes(newer);
    edited[edited.length / 3] ^= 0x10;
    Files.write(newer, edited);

    assertThat(bits(kept.resume())).isEqualTo(bits(TRAINING.run()));
    assertThat(refused).singleElement().asString().contains(newer + " is damaged or was edited");
  }

  @Test
  void of_one_of_another_net_the_older_is_taken() throws IOException {
    Path other = folder.resolve("other");
    Training wider =
        Training.of(net().conv(4, stride(4)).globalAvgPool().dense(10))
            .on(DATA)
            .recipe(TRAINING.recipe())
            .threads(1);
    interrupted(wider.checkpoints(other), 10);
    leaveTwo();
    Files.move(
        other.resolve("step-000000006.skipjack"), newer, StandardCopyOption.REPLACE_EXISTING);
    kept = TRAINING.checkpoints(folder).listener(watching);

    assertThat(bits(kept.resume())).isEqualTo(bits(TRAINING.run()));
    assertThat(refused)
        .singleElement()
        .asString()
        .contains(
            "is of another training.", "net\n", "got       " + NET, "expected  " + wider.net());
  }

  @Test
  void of_one_of_another_version_the_older_is_taken() throws IOException {
    leaveTwo();
    rewritten(newer, CheckpointHeader.FORMAT, "skipjack-checkpoint/2");

    assertThat(bits(kept.resume())).isEqualTo(bits(TRAINING.run()));
    assertThat(refused)
        .singleElement()
        .asString()
        .contains(
            "was written by another version of Skipjack",
            "its format is \"skipjack-checkpoint/2\", this version reads"
                + " \"skipjack-checkpoint/3\"");
  }

  /** Writes a checkpoint again, sealed, with its text changed. */
  private static void rewritten(Path file, String from, String to) throws IOException {
    try (SealedArchive archive = SealedArchive.open(file)) {
      String text = archive.text("checkpoint.json");
      assertThat(text).contains(from);
      Path changed = file.resolveSibling("changed");
      SealedArchive.write(
          changed,
          writer -> {
            for (String name : archive.names()) {
              if (name.endsWith(".npy")) {
                String array = name.substring(0, name.length() - 4);
                writer.array(array, archive.array(array));
              }
            }
            writer.text("checkpoint.json", text.replace(from, to));
          });
      Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void a_header_that_lacks_something_is_no_checkpoint() throws IOException {
    leaveTwo();
    rewritten(newer, "\"status\"", "\"state of affairs\"");

    assertThat(bits(kept.resume())).isEqualTo(bits(TRAINING.run()));
    assertThat(refused).singleElement().asString().contains("cannot be read as a checkpoint");
  }

  @Test
  void where_none_can_be_used_nothing_is_begun_and_every_reason_is_given() throws IOException {
    leaveTwo();
    for (Path file : List.of(older, newer, folder.resolve("best.skipjack"))) {
      Files.write(file, new byte[100]);
    }

    assertThatThrownBy(kept::resume)
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("no checkpoint in " + folder + " can be used:")
        .hasMessageContainingAll(older.toString(), newer.toString(), "best.skipjack");
  }

  @Test
  void what_differs_is_named() {
    leaveTwo();
    Training other =
        TRAINING
            .batchSize(16)
            .seed(5)
            .threads(2)
            .schedule(Schedule.constant(0.05))
            .checkpoints(folder);

    assertThatThrownBy(other::resume)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll(
            "batchSize",
            "got       16",
            "expected  8",
            "seed",
            "threads",
            "schedule",
            "Constant[rate=0.05]")
        .hasMessageNotContainingAny("optimizer", "augmentation");
  }

  @Test
  void other_data_of_the_same_name_is_another_training() {
    leaveTwo();
    Training other =
        Training.of(NET)
            .on(Shapes.split(16, 32, 20, Seed.of(2)).withValidation(6))
            .recipe(TRAINING.recipe())
            .threads(1)
            .checkpoints(folder);

    assertThatThrownBy(other::resume).hasMessageContainingAll("trainingImages", "SHA-256");
  }
}
