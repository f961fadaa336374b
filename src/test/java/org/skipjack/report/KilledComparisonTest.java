package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is killed at any moment and begun again ends as if nothing had happened. */
class KilledComparisonTest {
  private static final int KILLS_IN_TRAINING = 8;
  private static final int KILLS_AFTER_TRAINING = 2;
  private static final int RUNS = 8;

  /** Updates and test batches from one kill to the next; a run has 56, the comparison 448. */
  private static final int MOST_STEPS = 80;

  @TempDir private static Path folder;

  @BeforeAll
  static void leave_one_alone() throws IOException, InterruptedException {
    finish(folder.resolve("alone"));
  }

  @Test
  void ten_kills_and_the_report_is_the_same_to_the_bit() throws IOException, InterruptedException {
    Random random = new Random(17);
    Path killed = folder.resolve("killed");
    for (int kill = 0; kill < KILLS_IN_TRAINING; kill++) {
      killAfter(random.nextInt(MOST_STEPS), random.nextInt(10_000), killed);
      assertThat(killed.resolve("report.html")).doesNotExist();
    }
    for (int kill = 0; kill < KILLS_AFTER_TRAINING; kill++) {
      killAfter(Integer.MAX_VALUE, random.nextInt(400_000), killed);
    }
    finish(killed);

    assertSame(killed);
  }

  @Test
  void two_processes_on_one_store_share_the_work_and_harm_nothing()
      throws IOException, InterruptedException {
    Path shared = folder.resolve("shared");
    Process one = start(shared, ProcessBuilder.Redirect.DISCARD);
    Process other = start(shared, ProcessBuilder.Redirect.DISCARD);

    assertThat(one.waitFor()).as(KilledComparisonTest::errors).isZero();
    assertThat(other.waitFor()).as(KilledComparisonTest::errors).isZero();
    assertSame(shared);
  }

  private static void assertSame(Path store) throws IOException {
    assertThat(store.resolve("report.html"))
        .hasSameBinaryContentAs(folder.resolve("alone").resolve("report.html"));
    assertThat(runFolders(store)).isEqualTo(RUNS);
  }

  private static long runFolders(Path store) throws IOException {
    try (Stream<Path> entries = Files.list(store)) {
      return entries.filter(entry -> Files.exists(entry.resolve("run.json"))).count();
    }
  }

  /** Lets a process go on for so many steps, or to their end, and for some microseconds more. */
  private static void killAfter(int steps, int micros, Path store)
      throws IOException, InterruptedException {
    Process process = start(store, ProcessBuilder.Redirect.PIPE);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String said = ComparisonProcess.STEPPED;
      for (int step = 0; step <= steps && said.equals(ComparisonProcess.STEPPED); step++) {
        said = output.readLine();
        assertThat(said).isIn(ComparisonProcess.STEPPED, ComparisonProcess.COMPARED);
      }
      TimeUnit.MICROSECONDS.sleep(micros);
    } finally {
      process.destroyForcibly();
      int unused = process.waitFor();
    }
  }

  private static void finish(Path store) throws IOException, InterruptedException {
    assertThat(start(store, ProcessBuilder.Redirect.DISCARD).waitFor())
        .as(KilledComparisonTest::errors)
        .isZero();
  }

  private static Process start(Path store, ProcessBuilder.Redirect output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.logger=slf4j",
            ComparisonProcess.class.getName(),
            store.toString())
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile()))
        .start();
  }

  /** What all processes said, among it what a JDK has to say of its own. */
  private static String errors() {
    try {
      return Files.readString(folder.resolve("errors"));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
