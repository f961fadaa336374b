package org.skipjack.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.Metric;

class RunStoreTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void run() throws IOException {
    assertThat(Small.comparison(folder.resolve("first")).seeds(2).run().complete()).isTrue();
    assertThat(Small.comparison(folder.resolve("deep/second")).epochs(3).seeds(1).run().complete())
        .isTrue();
    Path damaged = Files.createDirectories(folder.resolve("first/damaged"));
    Files.writeString(damaged.resolve("run.json"), "{ \"status\": \"compl");
  }

  @Test
  void all_runs_in_a_folder_and_below_are_a_line_each() {
    RunTable table = RunStore.in(folder).table();

    assertThat(table.runs()).hasSize(6);
    assertThat(table.toString().lines()).hasSize(7);
    assertThat(table.toString())
        .startsWith("name      data        ")
        .contains(folder.resolve("deep/second/plain-seed1-").toString());
    assertThat(RunStore.in(folder.resolve("first")).table().runs()).hasSize(4);
  }

  @Test
  void words_find_runs_by_name_seed_data_and_recipe() {
    RunStore store = RunStore.in(folder);

    assertThat(store.find("residual", "seed 2").runs()).hasSize(1);
    assertThat(store.find("SHAPES16", "complete").runs()).hasSize(6);
    assertThat(store.find("3 epochs").runs()).hasSize(2);
    assertThat(store.find("resnet1202").runs()).isEmpty();
  }

  @Test
  void the_leaderboard_begins_with_the_lowest_error() {
    RunTable board = RunStore.in(folder).table().by(Metric.TRAINING_ERROR);

    assertThat(board.runs().stream().map(run -> Metric.TRAINING_ERROR.of(run.result().history())))
        .hasSize(6)
        .isSorted();
  }
}
