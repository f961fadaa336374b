package org.skipjack.engine.onednn;

import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The primitives of a graph for one batch size, in the order in which they run.
 *
 * <p>It prints as a table of its steps with the kernel that oneDNN chose for each; reorders stand
 * out as steps of their own.
 */
final class Plan implements AutoCloseable {

  /** One primitive with what it reads and writes, by oneDNN's argument number. */
  record Step(
      String name,
      String implementation,
      primitive kernel,
      List<Integer> arguments,
      List<Tensor> tensors) {}

  private final List<Step> steps;
  private final int forwardSteps;
  private final List<Tensor> tensors;
  private final long arenaBytes;
  private final PointerScope scope;
  private final List<INDArray> held;
  private IntMemoryMap[] arguments = new IntMemoryMap[0];

  Plan(
      List<Step> steps,
      int forwardSteps,
      List<Tensor> tensors,
      List<INDArray> held,
      PointerScope scope) {
    this.steps = List.copyOf(steps);
    this.forwardSteps = forwardSteps;
    this.tensors = List.copyOf(tensors);
    this.held = List.copyOf(held);
    this.scope = scope;
    this.arenaBytes = Arena.plan(tensors.stream().filter(Tensor::isInArena).toList());
  }

  /** The memory that the plan needs beside parameters, input and output. */
  long arenaBytes() {
    return arenaBytes;
  }

  /** Places the plan's tensors in an arena. */
  void bind(engine cpu, long arena) {
    tensors.forEach(tensor -> tensor.bind(cpu, arena));
    if (arguments.length == 0) {
      arguments = steps.stream().map(Plan::arguments).toArray(IntMemoryMap[]::new);
    }
  }

  private static IntMemoryMap arguments(Step step) {
    IntMemoryMap map = new IntMemoryMap();
    for (int i = 0; i < step.arguments().size(); i++) {
      map.put(step.arguments().get(i), step.tensors().get(i).handle());
    }
    return map;
  }

  void runForward(stream queue) {
    run(queue, 0, forwardSteps);
  }

  void runBackward(stream queue) {
    run(queue, forwardSteps, steps.size());
  }

  private void run(stream queue, int from, int to) {
    for (int i = from; i < to; i++) {
      steps.get(i).kernel().execute(queue, arguments[i]);
    }
    queue._wait();
  }

  @Override
  public void close() {
    scope.close();
    held.forEach(INDArray::close);
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "%-60s %s".formatted(step.name(), step.implementation()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
