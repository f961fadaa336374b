package org.skipjack.engine.onednn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;

/**
 * What the plan of a training step knows of the nodes before the one at hand: their outputs, which
 * of them a gradient must reach, and the backward steps that they left, the last first.
 */
final class Tape {
  private final Emitter emitter;
  private final GraphIndex graphIndex;
  private final GradientSums gradients;
  private final Map<String, Tensor> outputs = new HashMap<>();
  private final Set<String> differentiable = new HashSet<>();
  private final Deque<Runnable> backward = new ArrayDeque<>();
  private Node node;

  Tape(Emitter emitter, GraphIndex graphIndex) {
    this.emitter = emitter;
    this.graphIndex = graphIndex;
    this.gradients = new GradientSums(emitter);
    this.node = graphIndex.graph().nodes().get(0);
  }

  /** The node at hand; while backward steps are emitted, the one that left them. */
  Node node() {
    return node;
  }

  GradientSums gradients() {
    return gradients;
  }

  /** Turns to the next node. */
  void start(Node next) {
    node = next;
    emitter.at(next.name());
    boolean learns = next.parameters().stream().anyMatch(Parameter::learned);
    if (learns || next.inputs().stream().anyMatch(differentiable::contains)) {
      differentiable.add(next.name());
    }
  }

  /** Keeps the output of the node at hand. */
  void end(Tensor output) {
    outputs.put(node.name(), output);
  }

  /** The output of a node as it was given; the net's input in the type of outside. */
  Tensor given(String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  /** The output of a node; the net's input comes in its type from outside, and is converted. */
  Tensor value(String name) {
    Tensor value = given(name);
    if (value.type() != graphIndex.type()) {
      value = emitter.inLayout(value, graphIndex.plain(graphIndex.node(name).shape()));
      outputs.put(name, value);
    }
    return value;
  }

  Tensor input() {
    return value(node.input());
  }

  /** Whether a gradient must reach a node. */
  boolean isDifferentiable(String name) {
    return differentiable.contains(name);
  }

  boolean inputIsDifferentiable() {
    return isDifferentiable(node.input());
  }

  /** Remembers the backward steps of the node at hand; they run if a gradient reaches it. */
  void onBackward(Consumer<Tensor> steps) {
    Node own = node;
    if (isDifferentiable(own.name())) {
      backward.push(
          () -> {
            node = own;
            emitter.at(own.name());
            Tensor gradient = gradients.of(own);
            if (gradient != null) {
              steps.accept(gradient);
            }
          });
    }
  }

  /** Emits the backward steps of all nodes, given the gradient of the last one's output. */
  void emitBackward(Tensor outputGradient) {
    gradients.add(node.name(), outputGradient);
    backward.forEach(Runnable::run);
  }

  /** Hands a gradient to the node's input, in the layout of the input's value. */
  void toInput(Tensor gradient) {
    to(node.input(), () -> gradient);
  }

  /** Hands a gradient to a node if one must reach it; it is not worked out otherwise. */
  void to(String name, Supplier<Tensor> gradient) {
    if (isDifferentiable(name)) {
      gradients.add(name, emitter.inLayout(gradient.get(), value(name).layout));
    }
  }
}
