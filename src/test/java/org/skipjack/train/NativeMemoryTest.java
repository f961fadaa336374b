package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Parameters;
import org.skipjack.net.Net;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

/** What a training takes of the memory that no collector sees, while it runs and afterwards. */
class NativeMemoryTest {
  private static final long MIB = 1 << 20;

  /** Five batches an epoch in training, the last of them short, and two in the test. */
  private static final DataSplit DATA = Shapes.split(16, 34, 12, Seed.of(1));

  private static final int STEPS_OF_AN_EPOCH = 7;

  private static final Net NET =
      net()
          .conv(8, stride(4))
          .batchNorm()
          .relu()
          .residual(b -> b.conv(8).batchNorm())
          .dropout(0.1)
          .globalAvgPool()
          .dense(10);

  private static Training training(String engine) {
    return Training.of(NET)
        .on(DATA)
        .engine(Engines.named(engine))
        .threads(1)
        .epochs(2)
        .batchSize(8)
        .schedule(Schedule.constant(0.05))
        .augmentation(Augmentation.of("pad-crop:2,flip,cutout:4,color-jitter:0.2"));
  }

  /** The bytes of all arrays of ND4J that are not freed: a count, exact at any time. */
  private static long arrays() {
    return Nd4j.getEnvironment().getDeviceCouner(0);
  }

  /** Frees what only a collector frees, until nothing is left of that, so that it is not later. */
  private static void settle() {
    try {
      int unchanged = 0;
      for (int i = 0; i < 100 && unchanged < 3; i++) {
        long before = arrays();
        System.gc();
        Thread.sleep(50);
        unchanged = arrays() == before ? unchanged + 1 : 0;
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Is told the number of each update and test batch, from 1. */
  private static TrainingListener steps(LongConsumer action) {
    long[] steps = {0};
    return new TrainingListener() {
      @Override
      public void stepped(Progress progress) {
        action.accept(++steps[0]);
      }
    };
  }

  @Nested
  class Steps {
    @ParameterizedTest
    @ValueSource(strings = {"onednn", "samediff"})
    void none_after_the_first_epoch_allocates_an_array(String engine) {
      assertNeverRises(training(engine), NativeMemoryTest::arrays);
    }

    @Test
    void none_allocates_an_array_with_adam_and_all_extras() {
      Recipe recipe =
          training("onednn")
              .recipe()
              .withOptimizer(Optimizer.adamW(0.01))
              .withExtras(new Regularization(0.1, 0.5, 1, 0.9, 0));
      assertNeverRises(training("onednn").recipe(recipe), NativeMemoryTest::arrays);
      assertNeverRises(training("onednn").recipe(recipe), Pointer::totalBytes);
    }

    @Test
    void none_after_the_first_epoch_allocates_anything_through_javacpp() {
      assertNeverRises(training("onednn"), Pointer::totalBytes);
    }

    private void assertNeverRises(Training training, LongSupplier bytes) {
      List<Long> readings = new ArrayList<>();
      TrainingListener listener =
          steps(
              step -> {
                if (step > STEPS_OF_AN_EPOCH) {
                  readings.add(bytes.getAsLong());
                }
              });
      assertThat(training.epochs(5).listener(listener).run().complete()).isTrue();

      assertThat(readings).hasSize(4 * STEPS_OF_AN_EPOCH);
      for (int i = 1; i < readings.size(); i++) {
        assertThat(readings.get(i))
            .as("bytes at %d of %s", i, readings)
            .isLessThanOrEqualTo(readings.get(i - 1));
      }
    }
  }

  /** A leak of 16 KiB a step takes 30 MiB; the JVM's own growth was up to 7 MiB when measured. */
  @Nested
  class ResidentMemory {
    private static final long BOUND = 16 * MIB;

    private final List<BytePointer> ballast = new ArrayList<>();
    private long before;
    private long after;

    /**
     * Takes the memory that was freed and not given back to the system: what is allocated from now
     * on makes the process larger.
     */
    @BeforeEach
    void use_up_what_is_free() {
      long size;
      do {
        size = Pointer.physicalBytes();
        for (int i = 0; i < 512; i++) {
          BytePointer block = new BytePointer(16 * 1024);
          ballast.add(block.fill(1));
        }
      } while (Pointer.physicalBytes() - size < 7 * MIB && ballast.size() < 65_536);
    }

    @AfterEach
    void free() {
      ballast.forEach(Pointer::close);
    }

    private long grown(LongConsumer leak) {
      TrainingListener listener =
          steps(
              step -> {
                leak.accept(step);
                if (step == 50 || step == 2_000) {
                  settle();
                  before = step == 50 ? Pointer.physicalBytes() : before;
                  after = Pointer.physicalBytes();
                }
              });
      int epochs = 2_000 / STEPS_OF_AN_EPOCH + 1;
      assertThat(training("onednn").epochs(epochs).listener(listener).run().complete()).isTrue();
      return after - before;
    }

    @Test
    void is_the_same_after_2000_steps_as_after_50() {
      long least = Long.MAX_VALUE;
      // What the JVM takes for itself comes once; a leak comes again.
      for (int attempt = 0; attempt < 3 && least > BOUND; attempt++) {
        least = Math.min(least, grown(step -> {}));
      }

      assertThat(least).isLessThan(BOUND);
    }

    @Test
    void would_show_a_leak_of_16_kib_a_step() {
      List<INDArray> leaked = new ArrayList<>();
      long grown = grown(step -> leaked.add(Nd4j.ones(DataType.FLOAT, 4096)));
      leaked.forEach(INDArray::close);

      assertThat(grown).isGreaterThan(BOUND);
    }
  }

  @ParameterizedClass
  @ValueSource(strings = {"onednn", "samediff"})
  @Nested
  class Ends {
    /** SameDiff leaves a few numbers of its graphs to the collector, 4 bytes each. */
    private static final long CONSTANTS = 128;

    private final Training training;
    private final String engine;

    Ends(String engine) {
      this.engine = engine;
      this.training = training(engine);
    }

    @BeforeEach
    void load_what_the_first_run_loads() {
      assertThat(training.run().complete()).isTrue();
    }

    private static long bytes(Run run) {
      Parameters parameters = run.model().parameters();
      return Float.BYTES * (parameters.learned().length() + parameters.statistics().length());
    }

    private static void assertNothingIsLeft(long before, long kept) {
      assertThat(arrays() - before - kept).as("bytes left").isBetween(0L, CONSTANTS);
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("skipjack"));
    }

    @Test
    void a_whole_run_leaves_its_parameters_alone_and_a_closed_net_nothing() {
      settle();
      long before = arrays();
      Run run = training.run();

      assertNothingIsLeft(before, bytes(run));
      assertThat(run.model().predict(DATA.test().images())).hasSize(12);
      assertThat(arrays() - before).as("with a program").isGreaterThan(bytes(run));
      run.model().close();
      assertNothingIsLeft(before, 0);
    }

    @Test
    void an_interrupted_run_leaves_its_parameters_alone() {
      settle();
      long before = arrays();
      Run run = training.listener(steps(step -> Thread.currentThread().interrupt())).run();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(run.complete()).isFalse();
      assertNothingIsLeft(before, bytes(run));
    }

    @Test
    void a_run_that_diverged_leaves_nothing() {
      Training diverging =
          Training.of(net().conv(8, stride(4)).relu().flatten().dense(10))
              .on(DATA)
              .engine(Engines.named(engine))
              .threads(1)
              .schedule(Schedule.constant(1e30));
      settle();
      long before = arrays();

      assertThatThrownBy(diverging::run).isInstanceOf(DivergedException.class);
      assertNothingIsLeft(before, 0);
    }

    @Test
    void a_run_whose_listener_fails_leaves_nothing() {
      settle();
      long before = arrays();
      TrainingListener failing =
          steps(
              step -> {
                throw new IllegalStateException("listener");
              });

      assertThatThrownBy(() -> training.listener(failing).run()).hasMessage("listener");
      assertNothingIsLeft(before, 0);
    }

    @Test
    void a_run_whose_data_fail_leaves_nothing() {
      Augmentation failing =
          (imageBuffer, random) -> {
            throw new DatasetException("data");
          };
      settle();
      long before = arrays();

      assertThatThrownBy(() -> training.augmentation(failing).run())
          .isInstanceOf(DatasetException.class)
          .hasMessage("data");
      assertNothingIsLeft(before, 0);
    }

    @Test
    void a_run_that_cannot_begin_leaves_nothing() {
      Engine works = training.execution().engine();
      Engine failing =
          (Engine)
              Proxy.newProxyInstance(
                  Engine.class.getClassLoader(),
                  new Class<?>[] {Engine.class},
                  (self, method, values) -> {
                    if (method.getName().equals("compile")) {
                      throw new IllegalStateException("engine");
                    }
                    return method.invoke(works, values);
                  });
      Training impossible = training.engine(failing);
      settle();
      long before = arrays();

      assertThatThrownBy(impossible::run).hasMessage("engine");
      assertNothingIsLeft(before, 0);
    }
  }
}
