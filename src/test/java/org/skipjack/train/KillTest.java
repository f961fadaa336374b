package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.io.SealedArchive;
import org.skipjack.train.history.HistoryJson;

/** A process that trains is killed, which no code of its own sees, and another goes on. */
class KillTest {
  private static final int KILLS = 30;

  @TempDir private Path folder;
  private int duringAWrite;

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:TieredStopAtLevel=1",
            "-Dorg.bytedeco.javacpp.logger=slf4j",
            KilledTraining.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private boolean isBeingWritten() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".part"));
    }
  }

  /** Lets a process go on for some steps, every other one then until a file is being written. */
  private void kill(int number, SplittableRandom random) throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader output = output(process)) {
      for (int steps = random.nextInt(20); steps >= 0; steps--) {
        assertThat(output.readLine()).as("start %d", number).isEqualTo(KilledTraining.STEPPED);
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(10_000));
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (number % 2 == 0 && !isBeingWritten() && System.nanoTime() < patience) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor()).as("exit code of a killed process").isNotZero();
    }
    duringAWrite += isBeingWritten() ? 1 : 0;
  }

  @Test
  void a_run_killed_at_30_moments_ends_with_the_bits_of_one_left_alone()
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(20);
    for (int number = 1; number <= KILLS; number++) {
      kill(number, random);
    }
    long reached = newest().iteration();
    List<String> said = new ArrayList<>();
    Process last = start();
    try (BufferedReader output = output(last)) {
      output.lines().filter(line -> !line.equals(KilledTraining.STEPPED)).forEach(said::add);
    }

    assertThat(said).containsExactly("COMPLETE");
    assertThat(last.waitFor()).isZero();
    assertThat(reached).as("updates made when it was killed last").isBetween(30L, 239L);
    assertThat(duringAWrite).as("kills during a write").isGreaterThan(3);
    assertThat(isBeingWritten()).as("something half written is left").isFalse();
    assertThat(endOf(folder)).isEqualTo(leftAlone());
  }

  private Checkpoint newest() {
    return new CheckpointFolder(folder)
        .newest(KilledTraining.in(folder), refusal -> {})
        .orElseThrow()
        .newest();
  }

  private List<Object> leftAlone() throws IOException {
    Path other = Files.createDirectory(folder.resolve("alone"));
    assertThat(KilledTraining.in(other).run().complete()).isTrue();
    return endOf(other);
  }

  /** All that the last checkpoint holds but times, and the names and histories of all of them. */
  private static List<Object> endOf(Path folder) {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    List<Object> end = new ArrayList<>();
    for (Path file : checkpoints.files()) {
      Checkpoint checkpoint = Checkpoint.read(file);
      end.add(file.getFileName().toString());
      end.add(checkpoint.iteration());
      end.add(checkpoint.history().epochs().stream().map(HistoryJson::scores).toList());
      end.add(arrays(file));
    }
    return end;
  }

  private static List<Object> arrays(Path file) {
    try (SealedArchive archive = SealedArchive.open(file)) {
      List<Object> arrays = new ArrayList<>();
      for (String name : archive.names()) {
        if (name.endsWith(".npy")) {
          arrays.add(archive.array(name.substring(0, name.length() - 4)));
        }
      }
      assertThat(arrays).hasSizeGreaterThan(10);
      return arrays;
    }
  }
}
