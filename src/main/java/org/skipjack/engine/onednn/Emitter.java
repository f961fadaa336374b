package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Collects the steps and tensors of a plan, and what of oneDNN's they hold; closed without {@link
 * #plan} it frees that.
 */
final class Emitter implements AutoCloseable {
  final engine cpu;
  // All that oneDNN makes on this thread from here on is freed with the plan.
  private final PointerScope scope = new PointerScope();
  private final List<Plan.Step> steps = new ArrayList<>();
  private final Set<Tensor> tensors = new LinkedHashSet<>();
  private final List<INDArray> held = new ArrayList<>();

  Emitter(engine cpu) {
    this.cpu = cpu;
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

  /** A tensor whose memory is an array of ND4J's, from one of its elements on. */
  static Tensor at(INDArray array, String name, memory.desc layout) {
    long base = array.data().addressPointer().address();
    return Tensor.at(base, name, layout);
  }

  /** An array that the plan keeps alive and closes. */
  INDArray hold(INDArray array) {
    held.add(array);
    return array;
  }

  /** Adds a step; {@code arguments} are pairs of oneDNN's argument number and a tensor. */
  void step(String name, primitive_desc_base made, primitive kernel, Object... arguments) {
    int index = steps.size();
    List<Integer> numbers = new ArrayList<>();
    List<Tensor> used = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      numbers.add((Integer) arguments[i]);
      used.add((Tensor) arguments[i + 1]);
    }
    memory.desc work = made.scratchpad_desc();
    if (work.get_size() > 0) {
      numbers.add(DNNL_ARG_SCRATCHPAD);
      used.add(Tensor.inArena(name + " work space", work));
    }
    used.forEach(tensor -> tensor.usedBy(index));
    used.forEach(tensor -> tensors.add(tensor.root()));
    tensors.addAll(used);
    steps.add(new Plan.Step(name, made.impl_info_str().getString(), kernel, numbers, used));
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
    reorder.primitive_desc made =
        new reorder.primitive_desc(cpu, from.layout, cpu, to.layout, attributes(), false);
    step("reorder " + from.name, made, new reorder(made), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
  }

  int size() {
    return steps.size();
  }

  /** The plan, which now holds what this held. */
  Plan plan(int forwardSteps) {
    PointerScope handedOver = scope.extend();
    return new Plan(steps, forwardSteps, new ArrayList<>(tensors), held, handedOver);
  }

  @Override
  public void close() {
    scope.close();
  }
}
