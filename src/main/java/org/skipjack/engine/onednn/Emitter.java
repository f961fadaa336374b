package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Collects the steps and tensors of a plan, and what of oneDNN's they hold; closed without {@link
 * #plan} it frees that.
 */
final class Emitter implements AutoCloseable {
  final engine cpu;
  // All that oneDNN makes on this thread from here on is freed with the plan.
  private final PointerScope scope = new PointerScope();
  private final List<OneDnnPlan.Step> preparation = new ArrayList<>();
  private final List<Runnable> beforehand = new ArrayList<>();
  private final List<OneDnnPlan.Step> steps = new ArrayList<>();
  private final List<LazyArray> arrays = new ArrayList<>();
  private final Set<Tensor> tensors = new LinkedHashSet<>();
  private String node = "";

  Emitter(engine cpu) {
    this.cpu = cpu;
  }

  /** The steps from now on are part of this node. */
  void at(String nodeName) {
    node = nodeName;
  }

  /** Attributes that every primitive has: its work space comes from the arena. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
    return attributes;
  }

  static primitive_attr attributes(post_ops after) {
    primitive_attr attributes = attributes();
    attributes.set_post_ops(after);
    return attributes;
  }

  /**
   * Adds a step; {@code arguments} are pairs of oneDNN's argument number and a tensor.
   *
   * @param made says what the primitive does
   * @param kernel makes the primitive, when the plan is bound
   */
  <D extends primitive_desc_base> void step(
      String name, D made, Function<D, primitive> kernel, Object... arguments) {
    int index = steps.size();
    OneDnnPlan.Step step = step(name, made, kernel, Tensor.Place.ARENA, arguments);
    step.tensors().forEach(tensor -> tensor.usedBy(index));
    step.tensors().forEach(Tensor::settle);
    steps.add(step);
  }

  private <D extends primitive_desc_base> OneDnnPlan.Step step(
      String name,
      D made,
      Function<D, primitive> kernel,
      Tensor.Place workSpace,
      Object... arguments) {
    List<Integer> numbers = new ArrayList<>();
    List<Tensor> used = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      numbers.add((Integer) arguments[i]);
      used.add((Tensor) arguments[i + 1]);
    }
    memory.desc work = made.scratchpad_desc();
    if (work.get_size() > 0) {
      String workName = name + " work space";
      numbers.add(DNNL_ARG_SCRATCHPAD);
      used.add(
          workSpace == Tensor.Place.ARENA
              ? Tensor.inArena(workName, work)
              : Tensor.inStore(workName, work));
    }
    used.forEach(tensor -> tensors.add(tensor.root()));
    tensors.addAll(used);
    return new OneDnnPlan.Step(
        node, name, made.impl_info_str().getString(), () -> kernel.apply(made), numbers, used);
  }

  /** The tensor in another layout: itself where the layouts agree, otherwise a copy. */
  Tensor inLayout(Tensor tensor, memory.desc wanted) {
    if (tensor.layout.equals(wanted)) {
      return tensor;
    }
    Tensor copy = Tensor.inArena(tensor.name + " reordered", wanted);
    copy(tensor, copy);
    return copy;
  }

  /** Copies between layouts and types. */
  void copy(Tensor from, Tensor to) {
    step(
        "reorder " + from.name,
        reorder(from, to.layout, attributes()),
        reorder::new,
        DNNL_ARG_FROM,
        from,
        DNNL_ARG_TO,
        to);
  }

  private reorder.primitive_desc reorder(
      Tensor from, memory.desc wanted, primitive_attr attributes) {
    return new reorder.primitive_desc(cpu, from.layout, cpu, wanted, attributes, false);
  }

  /** An array that the plan makes when it is bound, and closes. */
  LazyArray hold(Supplier<INDArray> make) {
    LazyArray array = new LazyArray(make);
    arrays.add(array);
    return array;
  }

  /** Something to be done before the plan runs with parameters that it has not seen. */
  void beforehand(Runnable action) {
    beforehand.add(action);
  }

  /** A copy of a parameter in another layout that is made once, not at each call. */
  Tensor storedInLayout(Tensor parameter, memory.desc wanted) {
    return parameter.layout.equals(wanted) ? parameter : stored(parameter, wanted, null, 0);
  }

  /**
   * Such a copy of weights, multiplied by a factor {@code [K]} for each output channel.
   *
   * @param outputAxes the axes of the weights that together are the output channels, as a mask
   */
  Tensor storedInLayout(Tensor weights, memory.desc wanted, Tensor factors, int outputAxes) {
    return stored(weights, wanted, factors, outputAxes);
  }

  private Tensor stored(
      Tensor parameter, memory.desc wanted, @Nullable Tensor factors, int outputAxes) {
    Tensor copy = Tensor.inStore(parameter.name + " arranged", wanted);
    primitive_attr attributes = attributes();
    List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_FROM, parameter, DNNL_ARG_TO, copy));
    if (factors != null) {
      attributes.set_scales_mask(DNNL_ARG_FROM, outputAxes);
      arguments.addAll(List.of(DNNL_ARG_ATTR_SCALES | DNNL_ARG_FROM, factors));
    }
    preparation.add(
        step(
            "reorder " + parameter.name,
            reorder(parameter, wanted, attributes),
            reorder::new,
            Tensor.Place.STORE,
            arguments.toArray()));
    return copy;
  }

  int size() {
    return steps.size();
  }

  /** The plan, which now holds what this held. */
  OneDnnPlan plan(int forwardSteps) {
    PointerScope handedOver = scope.extend();
    return new OneDnnPlan(
        beforehand, preparation, steps, forwardSteps, new ArrayList<>(tensors), arrays, handedOver);
  }

  @Override
  public void close() {
    scope.close();
  }
}
