package org.skipjack.engine.onednn;

import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Precision;

/**
 * The primitives of a graph for one batch size, in the order in which they run.
 *
 * <p>A plan is cheap until {@link #bind} makes its kernels and its memory. It prints as a table of
 * its steps with the kernel that oneDNN chose for each; reorders stand out as steps of their own.
 */
final class OneDnnPlan implements AutoCloseable {

  /**
   * One primitive with what it reads and writes, by oneDNN's argument number; it is part of a node,
   * or of none.
   */
  record Step(
      String node,
      String name,
      String implementation,
      Supplier<primitive> kernel,
      List<Integer> arguments,
      List<Tensor> tensors) {}

  /** A callback for each step that has run. */
  @FunctionalInterface
  interface Observer {
    void ran(Step step, long nanos);
  }

  /** A step that can run. */
  private record Call(primitive kernel, IntMemoryMap arguments) {
    void start(stream queue) {
      kernel.execute(queue, arguments);
    }
  }

  private final List<Runnable> beforehand;
  private final List<Step> preparation;
  private final List<Step> steps;
  private final int forwardSteps;
  private final List<Tensor> tensors;
  private final long arenaBytes;
  private final long storeBytes;
  private final List<LazyArray> arrays;
  private final PointerScope scope;
  private @Nullable Bound bound;

  /** What a plan has once it is bound. */
  private record Bound(
      INDArray store, List<Call> preparation, List<Call> calls, PointerScope scope) {
    void close() {
      scope.close();
      store.close();
    }
  }

  OneDnnPlan(
      List<Runnable> beforehand,
      List<Step> preparation,
      List<Step> steps,
      int forwardSteps,
      List<Tensor> tensors,
      List<LazyArray> arrays,
      PointerScope scope) {
    this.beforehand = List.copyOf(beforehand);
    this.preparation = List.copyOf(preparation);
    this.steps = List.copyOf(steps);
    this.forwardSteps = forwardSteps;
    this.tensors = List.copyOf(tensors);
    this.arrays = List.copyOf(arrays);
    this.scope = scope;
    this.arenaBytes = Arena.plan(owning(tensor -> tensor.owns(Tensor.Place.ARENA)));
    this.storeBytes = Arena.inTurn(owning(tensor -> tensor.owns(Tensor.Place.STORE)));
  }

  /** The plan of a forward and a backward pass. */
  static OneDnnPlan training(engine cpu, Bindings bindings, Precision precision) {
    try (Emitter emitter = new Emitter(cpu)) {
      return TrainingPlanner.plan(emitter, bindings, precision);
    }
  }

  /** The plan of a prediction. */
  static OneDnnPlan inference(engine cpu, Bindings bindings, Precision precision) {
    try (Emitter emitter = new Emitter(cpu)) {
      return InferencePlanner.plan(emitter, bindings, precision);
    }
  }

  private List<Tensor> owning(Predicate<Tensor> wanted) {
    return tensors.stream().filter(wanted).toList();
  }

  /** The memory that the plan's calls share with other plans' calls. */
  long arenaBytes() {
    return arenaBytes;
  }

  /** The memory that the plan keeps from call to call. */
  long storeBytes() {
    return storeBytes;
  }

  /** The number of primitives, those that arrange parameters included. */
  int size() {
    return preparation.size() + steps.size();
  }

  /**
   * Makes the kernels and the store, and places the tensors in an arena.
   *
   * @param allocation gives a block for so many bytes, see {@link Arena#allocate}
   */
  void bind(engine cpu, long arena, LongFunction<INDArray> allocation) {
    INDArray store = allocation.apply(storeBytes);
    try (PointerScope kernels = new PointerScope()) {
      tensors.forEach(tensor -> tensor.bind(cpu, arena, Arena.start(store)));
      bound = new Bound(store, calls(preparation), calls(steps), kernels.extend());
    } finally {
      if (bound == null) {
        store.close();
      }
    }
  }

  /** Places the tensors of a plan that is bound in another arena. */
  void move(engine cpu, long arena) {
    long store = Arena.start(bound().store());
    tensors.forEach(tensor -> tensor.bind(cpu, arena, store));
  }

  private static List<Call> calls(List<Step> steps) {
    return steps.stream().map(step -> new Call(step.kernel().get(), arguments(step))).toList();
  }

  private static IntMemoryMap arguments(Step step) {
    IntMemoryMap map = new IntMemoryMap();
    for (int i = 0; i < step.arguments().size(); i++) {
      map.put(step.arguments().get(i), step.tensors().get(i).handle());
    }
    return map;
  }

  /** Arranges parameters whose values are new to the plan. */
  void prepare(stream queue) {
    beforehand.forEach(Runnable::run);
    bound().preparation().forEach(call -> call.start(queue));
    queue._wait();
  }

  void runForward(stream queue, @Nullable Observer observer) {
    run(queue, 0, forwardSteps, observer);
  }

  void runBackward(stream queue, @Nullable Observer observer) {
    run(queue, forwardSteps, steps.size(), observer);
  }

  private void run(stream queue, int from, int to, @Nullable Observer observer) {
    List<Call> calls = bound().calls();
    for (int i = from; i < to; i++) {
      if (observer == null) {
        calls.get(i).start(queue);
      } else {
        long start = System.nanoTime();
        calls.get(i).start(queue);
        queue._wait();
        observer.ran(steps.get(i), System.nanoTime() - start);
      }
    }
    queue._wait();
  }

  private Bound bound() {
    return Objects.requireNonNull(bound, "the plan is not bound");
  }

  @Override
  public void close() {
    if (bound != null) {
      bound.close();
    }
    scope.close();
    arrays.forEach(LazyArray::close);
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "%-60s %s".formatted(step.name(), step.implementation()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
