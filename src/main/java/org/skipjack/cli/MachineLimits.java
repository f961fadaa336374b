package org.skipjack.cli;

import java.util.Locale;
import java.util.Optional;
import org.skipjack.engine.MemoryEstimate;

/** What is said when the machine has too little of something, or lacks a library. */
final class MachineLimits {
  private static final double GB = 1e9;

  private MachineLimits() {}

  /** In words what an error of the JVM means; nothing for what is none. */
  static Optional<String> message(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return Optional.of(memory(String.valueOf(failure.getMessage())));
    }
    if (failure instanceof StackOverflowError) {
      return Optional.of(
          "this is nested more deeply than Java's stack reaches.%nFix: fewer levels, or a larger stack: SKIPJACK_JAVA_OPTS=-Xss64m before the command"
              .formatted());
    }
    return failure instanceof LinkageError
        ? Optional.of(
            "a library is missing or does not work on this machine: %s%nFix: `skipjack doctor` says what works here, and how to mend the rest"
                .formatted(failure))
        : Optional.empty();
  }

  private static String memory(String detail) {
    Runtime java = Runtime.getRuntime();
    double heap = java.maxMemory() / GB;
    double machine = MemoryEstimate.ofMachine() / GB;
    if (detail.contains("thread")) {
      return "this machine gives no further thread: %s%nFix: fewer with --threads, or raise the limit, `ulimit -u`"
          .formatted(detail);
    }
    boolean inHeap =
        detail.contains("eap space")
            || detail.contains("GC overhead")
            || detail.contains("VM limit");
    return String.format(
        Locale.ROOT,
        "the memory is used up: %s%nJava's heap takes %.2f GB and may take %.2f GB, which also bounds what lies outside it; this machine has %.1f GB.%nFix: %s; or take less: fewer images (--limit), fewer at a time (--batch-size, --batch), a smaller net; `skipjack summary NET` forecasts what a net takes",
        inHeap ? "Java's heap is full (" + detail + ")" : detail,
        (java.totalMemory() - java.freeMemory()) / GB,
        heap,
        machine,
        heap < 0.7 * machine
            ? String.format(
                Locale.ROOT,
                "SKIPJACK_JAVA_OPTS=-Xmx%dm before the command",
                Math.round(Math.min(4 * heap, 0.8 * machine) * 1000))
            : "a machine with more of it");
  }
}
