package org.skipjack.engine.samediff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * SameDiff's operations in order, each with its buffers: what a batch size runs again and again.
 *
 * <p>Making a plan runs it once. A buffer that no later operation reads is handed to the next one
 * that needs its size; those to be kept are named.
 */
final class SameDiffPlan implements AutoCloseable {
  private final SameDiff sameDiff;
  private final Map<String, INDArray> arrays = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<OpContext> contexts = new ArrayList<>();

  /** By identity: arrays are equal where their values are. */
  private final Set<INDArray> owned = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<String, Deque<INDArray>> free = new HashMap<>();
  private int boundary;

  /** An operation that can run, and the variables that it computes, with their arrays. */
  private record Step(Runnable operation, Map<String, INDArray> results) {}

  /** A callback for each computed variable. */
  @FunctionalInterface
  interface Teller {
    void tell(String variable, INDArray values);
  }

  /**
   * Plans the operations and runs them once.
   *
   * @param given placeholders, parameters, and outputs whose place is fixed, by variable
   * @param kept variables that are read after a run
   * @param split the variable after whose operation {@link #runFirst} stops
   */
  SameDiffPlan(SameDiff sameDiff, Map<String, INDArray> given, Set<String> kept, String split) {
    this.sameDiff = sameDiff;
    arrays.putAll(given);
    DifferentialFunction[] ops = sameDiff.ops();
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < ops.length; i++) {
      for (String name : sameDiff.getInputsForOp(ops[i])) {
        lastUse.put(name, i);
      }
    }
    given.keySet().forEach(name -> lastUse.put(name, Integer.MAX_VALUE));
    kept.forEach(name -> lastUse.put(name, Integer.MAX_VALUE));
    for (int i = 0; i < ops.length; i++) {
      DifferentialFunction op = ops[i];
      List<INDArray> inputs = Arrays.stream(sameDiff.getInputsForOp(op)).map(this::array).toList();
      String[] outputs = sameDiff.getOutputsForOp(op);
      Runnable step =
          op instanceof CustomOp custom
              ? plan(custom, inputs, outputs)
              : plan((Op) op, inputs, outputs[0]);
      step.run();
      Map<String, INDArray> results = new LinkedHashMap<>();
      Arrays.stream(outputs).forEach(name -> results.put(name, array(name)));
      steps.add(new Step(step, results));
      if (Arrays.asList(outputs).contains(split)) {
        boundary = i + 1;
      }
      release(sameDiff.getInputsForOp(op), outputs, lastUse, i);
    }
  }

  private INDArray array(String name) {
    return arrays.computeIfAbsent(
        name, missing -> Objects.requireNonNull(sameDiff.getArrForVarName(missing), missing));
  }

  /** The array of a kept variable. */
  INDArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** Runs the operations up to the split. */
  void runFirst(@Nullable Teller teller) {
    run(steps.subList(0, boundary), teller);
  }

  /** Runs the operations after the split. */
  void runRest(@Nullable Teller teller) {
    run(steps.subList(boundary, steps.size()), teller);
  }

  private static void run(List<Step> steps, @Nullable Teller teller) {
    for (Step step : steps) {
      step.operation().run();
      if (teller != null) {
        step.results().forEach(teller::tell);
      }
    }
  }

  private Runnable plan(CustomOp op, List<INDArray> inputs, String[] outputs) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    contexts.add(context);
    context.setIArguments(op.iArgs());
    context.setTArguments(op.tArgs());
    context.setBArguments(op.bArgs());
    context.setDArguments(((DynamicCustomOp) op).dArgs());
    context.setInputArrays(inputs.toArray(new INDArray[0]));
    List<LongShapeDescriptor> shapes = Nd4j.getExecutioner().calculateOutputShape(op, context);
    INDArray[] results = new INDArray[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      LongShapeDescriptor shape = shapes.get(i);
      results[i] = place(outputs[i], shape.dataType(), shape.getShape());
    }
    context.setOutputArrays(results);
    return () -> Nd4j.exec(op, context);
  }

  /** Operations of ND4J's older kind carry their arrays themselves. */
  private Runnable plan(Op op, List<INDArray> inputs, String output) {
    op.setX(inputs.get(0));
    if (inputs.size() > 1) {
      op.setY(inputs.get(1));
    }
    LongShapeDescriptor shape = ((DifferentialFunction) op).calculateOutputShape().get(0);
    INDArray result = place(output, shape.dataType(), shape.getShape());
    return () -> {
      op.setX(inputs.get(0));
      op.setZ(result);
      Nd4j.exec(op);
    };
  }

  private INDArray place(String name, DataType type, long[] shape) {
    INDArray fixed = arrays.get(name);
    if (fixed != null) {
      return fixed;
    }
    Deque<INDArray> fitting = free.get(key(type, Arrays.stream(shape).reduce(1, (a, b) -> a * b)));
    INDArray buffer;
    if (fitting == null || fitting.isEmpty()) {
      buffer = Nd4j.create(type, shape);
      owned.add(buffer);
    } else {
      buffer = fitting.pop();
    }
    INDArray shaped = buffer.reshape('c', shape);
    arrays.put(name, shaped);
    return shaped;
  }

  private void release(String[] inputs, String[] outputs, Map<String, Integer> lastUse, int step) {
    Set<String> names = new HashSet<>(Arrays.asList(inputs));
    names.addAll(Arrays.asList(outputs));
    for (String name : names) {
      INDArray array = arrays.get(name);
      if (array != null && lastUse.getOrDefault(name, step) <= step && isOwned(array)) {
        arrays.remove(name);
        free.computeIfAbsent(key(array.dataType(), array.length()), k -> new ArrayDeque<>())
            .push(array);
      }
    }
  }

  private boolean isOwned(INDArray array) {
    return owned.stream().anyMatch(buffer -> buffer.data() == array.data());
  }

  private static String key(DataType type, long length) {
    return type + " " + length;
  }

  @Override
  public void close() {
    contexts.forEach(OpContext::purge);
    contexts.clear();
    steps.clear();
    arrays.clear();
    free.clear();
    owned.forEach(INDArray::close);
    owned.clear();
  }
}
