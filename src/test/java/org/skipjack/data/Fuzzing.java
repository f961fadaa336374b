package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Reads damaged copies of a small valid file with one reader, over and over. Each must be read or
 * refused with a {@link DatasetException} that names file and offset; quickly, and with little
 * memory.
 */
public final class Fuzzing {
  private static final long MOST_MEMORY = 64L << 20;
  private static final long LONGEST_NANOS = 20_000_000_000L;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final AtomicReference<Attempt> running = new AtomicReference<>();

  /**
   * A valid file, the name under which a reader looks for it, and the reader.
   *
   * @param name what is fuzzed
   * @param file the valid file, small
   * @param path where it goes
   * @param reader what reads it, all of it
   */
  public record Subject(String name, Bytes file, Path path, Reader reader) {}

  /** A file's bytes. */
  public static final class Bytes {
    private final byte[] bytes;

    public Bytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }
  }

  /** Opens what was written and reads all of it. */
  @FunctionalInterface
  public interface Reader {
    void read() throws IOException;
  }

  /** What is being read, since when, by whom. */
  private static final class Attempt {
    private final Supplier<String> what;
    private final long since = System.nanoTime();
    private final Thread thread = Thread.currentThread();

    Attempt(Supplier<String> what) {
      this.what = what;
    }
  }

  /** How many copies were read and how many refused. */
  public record Count(int read, int refused) {}

  /** Reads {@code files} damaged copies; ends the run on the first that misbehaves. */
  public Count run(Subject subject, int files, long seed) throws IOException {
    int read = 0;
    int refused = 0;
    Thread watchdog = new Thread(this::watch, "fuzzing watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    for (int i = 0; i < files; i++) {
      Seed own = Seed.of(seed).split(subject.name()).split(i);
      byte[] mutated = new Mutation(own.random()).of(subject.file().bytes);
      Files.write(subject.path(), mutated);
      if (read(subject, mutated, i)) {
        read++;
      } else {
        refused++;
      }
    }
    watchdog.interrupt();
    return new Count(read, refused);
  }

  private boolean read(Subject subject, byte[] mutated, int number) {
    Supplier<String> what =
        () ->
            String.format(
                Locale.ROOT,
                "%s, file %d: %s",
                subject.name(),
                number,
                HexFormat.of().formatHex(mutated));
    running.set(new Attempt(what));
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      subject.reader().read();
      return true;
    } catch (DatasetException e) {
      assertThat(e.file()).as(what).isPresent();
      assertThat(e.offset().orElse(-1)).as(what).isNotNegative();
      assertThat(e.getMessage()).as(what).contains("\nFix: ");
      return false;
    } catch (Throwable e) {
      throw new AssertionError(what.get(), e);
    } finally {
      running.set(null);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as(() -> "bytes allocated for " + what.get())
          .isLessThan(MOST_MEMORY);
    }
  }

  /** A hang can only be ended from outside; what hung is printed first. */
  private void watch() {
    try {
      while (true) {
        Thread.sleep(1000);
        Attempt attempt = running.get();
        if (attempt != null && System.nanoTime() - attempt.since > LONGEST_NANOS) {
          System.err.println("hangs: " + attempt.what.get());
          List.of(attempt.thread.getStackTrace()).forEach(System.err::println);
          Runtime.getRuntime().halt(3);
        }
      }
    } catch (InterruptedException e) {
      // The run is over.
    }
  }
}
