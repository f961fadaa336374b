package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.Seed;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engines;

class TrainedNetTest {
  private static final DataSplit DATA = Shapes.split(16, 32, 20, Seed.of(1));
  private static final Dataset TEST = DATA.test().images();

  private final RecordingEngine engine = new RecordingEngine();
  private final Training training =
      Training.of(net().conv(4, stride(2)).batchNorm().relu().flatten().dense(10))
          .on(DATA)
          .engine(engine)
          .epochs(2)
          .batchSize(16);

  private int compiled() {
    return engine.beginnings.size();
  }

  @Test
  void predicting_again_compiles_no_more() {
    try (TrainedNet model = training.run().model()) {
      int before = compiled();
      Predictions all = model.predict(TEST);
      Predictions one = model.predict(TEST.take(1));
      assertThat(compiled()).isEqualTo(before + 1);
      assertThat(one.get(0).probabilities())
          .containsExactly(all.get(0).probabilities(), within(1e-5f));
      assertThat(model.predict(TEST)).usingRecursiveComparison().isEqualTo(all);
    }
  }

  @Test
  void many_batch_sizes_do_not_pile_up_in_memory() {
    try (TrainedNet model = training.run().model()) {
      int closed = engine.closed;
      for (int images = 1; images <= 20; images++) {
        assertThat(model.predict(TEST.take(images))).hasSize(images);
      }
      assertThat(engine.closed - closed).isBetween(1, 4);
    }
  }

  @Test
  void closing_frees_the_program_once_and_predicting_then_says_why_it_cannot() {
    TrainedNet model = training.run().model();
    Predictions unused = model.predict(TEST);
    int closed = engine.closed;
    model.close();
    model.close();
    assertThat(engine.closed).isEqualTo(closed + 1);
    assertThat(model.parameters().learned().wasClosed()).isTrue();
    assertThatThrownBy(() -> model.predict(TEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the trained net is closed, so it predicts no more.%nFix: predict before close(), or load it again"
                .formatted());
  }

  @Test
  void a_run_whose_net_is_closed_cannot_be_saved_and_says_so(@TempDir Path folder) {
    Run run = training.run();
    run.model().close();
    assertThat(run.model()).hasToString(run.model().toString());
    assertThatThrownBy(() -> run.save(folder.resolve("run.skipjack")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the run cannot be saved: its trained net is closed, and the weights with it.%nFix: save(file) before close()"
                .formatted());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_nobody_holds_any_more_is_freed_though_nobody_closed_it() throws InterruptedException {
    TrainedNet model = training.run().model();
    Predictions unused = model.predict(TEST);
    int closed = engine.closed;
    model = null;
    for (int wait = 0; wait < 600 && engine.closed == closed; wait++) {
      System.gc();
      Thread.sleep(50);
    }
    assertThat(engine.closed).isEqualTo(closed + 1);
  }

  @Test
  void threads_share_a_trained_net() {
    try (TrainedNet model = training.run().model()) {
      Predictions alone = model.predict(TEST);
      List<CompletableFuture<Predictions>> together =
          IntStream.range(0, 8)
              .mapToObj(thread -> CompletableFuture.supplyAsync(() -> model.predict(TEST)))
              .toList();
      assertThat(together)
          .allSatisfy(one -> assertThat(one.join()).usingRecursiveComparison().isEqualTo(alone));
    }
  }

  @Test
  void a_listener_stops_a_training_at_the_next_batch_without_an_interrupt() {
    Run run =
        training
            .epochs(50)
            .listener(
                new TrainingListener() {
                  private long updates;

                  @Override
                  public void stepped(Progress progress) {
                    updates = progress.step().iteration();
                  }

                  @Override
                  public boolean wantsToStop() {
                    return updates == 3;
                  }
                })
            .run();
    assertThat(run.end()).isEqualTo(Run.End.STOPPED);
    assertThat(engine.batches).hasSize(3);
    assertThat(run.history().epochs()).hasSize(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_saved_run_is_read_back_with_its_predictions_and_history(@TempDir Path folder) {
    Training usual = training.engine(Engines.best());
    Run run = usual.run();
    Path file = folder.resolve("nets/small.skipjack");
    run.save(file);

    Run read = Run.load(file, DATA);
    assertThat(read.end()).isEqualTo(Run.End.COMPLETE);
    assertThat(read.history()).isEqualTo(run.history());
    assertThat(read.model().predict(TEST))
        .usingRecursiveComparison()
        .isEqualTo(run.model().predict(TEST));
    assertThatThrownBy(() -> Run.load(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageEndingWith("Fix: give the data, Run.load(file, data)");
  }

  @Test
  void a_saved_run_of_data_that_has_a_name_needs_nothing_but_its_file(@TempDir Path folder) {
    DataSplit named = DataLocator.ofProcess().read("shapes16").take(40);
    Run run = Training.of(training.net()).on(named).epochs(1).run();
    run.save(folder.resolve("named.skipjack"));

    Run read = Run.load(folder.resolve("named.skipjack"));
    assertThat(read.training().config()).isEqualTo(run.training().config());
    assertThat(read.model().parameters().learned()).isEqualTo(run.model().parameters().learned());
  }
}
