package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  private static final int KILLS = 10;
  private static final int RUNS = 8;
  private static final int SOONEST = 300;
  private static final int LATEST = 2_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void leave_one_alone() throws IOException, InterruptedException {
    assertThat(start(folder.resolve("alone")).waitFor()).isZero();
  }

  @Test
  void ten_kills_and_the_report_is_the_same_to_the_bit() throws IOException, InterruptedException {
    Random random = new Random(17);
    int stores = 0;
    int kills = 0;
    while (kills < KILLS) {
      Process process = start(folder.resolve("killed" + stores));
      if (process.waitFor(SOONEST + random.nextInt(LATEST - SOONEST), TimeUnit.MILLISECONDS)) {
        stores++; // It was done before it could be killed: begin another.
      } else {
        process.destroyForcibly();
        kills++;
      }
      int unused = process.waitFor();
    }
    Path killed = folder.resolve("killed" + stores);
    assertThat(start(killed).waitFor()).isZero();

    for (int store = 0; store <= stores; store++) {
      assertSame(folder.resolve("killed" + store));
    }
  }

  @Test
  void two_processes_on_one_store_share_the_work_and_harm_nothing()
      throws IOException, InterruptedException {
    Path shared = folder.resolve("shared");
    Process one = start(shared);
    Process other = start(shared);

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
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

  private static Process start(Path store) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Xmx512m",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.logger=slf4j",
            ComparisonProcess.class.getName(),
            store.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
