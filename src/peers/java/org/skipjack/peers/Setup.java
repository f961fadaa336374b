package org.skipjack.peers;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.bench.StepTimes;
import org.skipjack.graph.Shape;

/**
 * What every contestant is given.
 *
 * @param workload the net and its batch
 * @param threads processors for one computation
 * @param warmUp steps that come first and are not counted
 * @param steps steps that are timed, at most
 * @param seconds after which a peer makes no more steps, once it has made {@link #FEWEST}
 */
record Setup(Workload workload, int threads, int warmUp, int steps, int seconds) {
  /** Steps that are timed however long they take. */
  static final int FEWEST = 3;

  static final int CLASSES = 10;
  static final Shape IMAGE = Shape.image(3, 32, 32);
  static final float LEARNING_RATE = 1e-4f;
  static final float MOMENTUM = 0.9f;
  static final float WEIGHT_DECAY = 1e-4f;

  Setup with(Workload changed) {
    return new Setup(changed, threads, warmUp, steps, seconds);
  }

  /** For what takes seconds for a step: a step to warm up, a quarter of the others. */
  Setup forSlow() {
    return new Setup(workload, threads, 1, Math.max(FEWEST, steps / 4), seconds);
  }

  int batch() {
    return workload.batch();
  }

  /** Residual blocks in each of the three stages of a CIFAR net. */
  int blocks() {
    return (workload.depth() - 2) / 6;
  }

  /** The numbers, in the order of {@link #parse}. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of(workload.net()));
    List.of(batch(), threads, warmUp, steps, seconds)
        .forEach(number -> words.add(String.valueOf(number)));
    return words;
  }

  static Setup parse(List<String> words) {
    List<Integer> numbers =
        words.subList(1, words.size()).stream().map(Integer::valueOf).toList();
    return new Setup(
        new Workload(words.get(0), numbers.get(0)),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4));
  }

  /** Runs a step again and again, and times it. */
  StepTimes time(Runnable step) {
    for (int i = 0; i < warmUp; i++) {
      step.run();
    }
    List<Double> times = new ArrayList<>();
    long start = System.nanoTime();
    while (times.size() < steps
        && (times.size() < FEWEST || System.nanoTime() - start < seconds * 1_000_000_000L)) {
      long before = System.nanoTime();
      step.run();
      times.add((System.nanoTime() - before) / 1e9);
    }
    return new StepTimes(times);
  }
}
