package org.skipjack.peers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skipjack.bench.BenchTask;

/**
 * A command that times a net, in a process of its own.
 *
 * @param name in the table
 * @param workload the net and its batch
 * @param precision {@code fp32} or {@code bf16}
 * @param tasks what it times
 * @param command what is run
 * @param environment what is added to ours
 * @param reading what its standard output says of each task
 */
record Contestant(
    String name,
    Workload workload,
    String precision,
    List<BenchTask> tasks,
    List<String> command,
    Map<String, String> environment,
    Function<String, Map<BenchTask, Figure>> reading) {

  Row row(BenchTask benchTask) {
    return new Row(name, workload, precision, benchTask);
  }

  /** In words: {@code Skipjack, train, fp32, ResNet-20, batch 128}. */
  String title() {
    String words = tasks.stream().map(BenchTask::toString).collect(Collectors.joining(" and "));
    return "%s, %s, %s, %s".formatted(name, words, precision, workload.title());
  }

  /** A line of the table. */
  record Row(String name, Workload workload, String precision, BenchTask task) {}
}
