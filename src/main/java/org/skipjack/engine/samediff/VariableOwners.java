package org.skipjack.engine.samediff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.skipjack.engine.TensorListener;

/** Which node each variable of SameDiff belongs to, and what of it the variable is. */
final class VariableOwners {
  private final SameDiff sameDiff;
  private final Map<String, String> nodes = new HashMap<>();
  private final Set<String> backward = new HashSet<>();
  private int taken;

  VariableOwners(SameDiff sameDiff) {
    this.sameDiff = sameDiff;
  }

  /** The operations that are new compute the output of a node. */
  void takeForward(String node) {
    take(node, false);
  }

  /** The operations that are new compute the gradients of an operation. */
  void takeBackward(DifferentialFunction op) {
    take(node(sameDiff.getOutputsForOp(op)[0]), true);
  }

  private void take(String node, boolean isBackward) {
    DifferentialFunction[] ops = sameDiff.ops();
    for (; taken < ops.length; taken++) {
      for (String variable : sameDiff.getOutputsForOp(ops[taken])) {
        nodes.put(variable, node);
        if (isBackward) {
          backward.add(variable);
        }
      }
    }
  }

  String node(String variable) {
    return nodes.getOrDefault(variable, "");
  }

  TensorListener.Part part(String variable) {
    return backward.contains(variable)
        ? TensorListener.Part.INPUT_GRADIENT
        : TensorListener.Part.OUTPUT;
  }
}
