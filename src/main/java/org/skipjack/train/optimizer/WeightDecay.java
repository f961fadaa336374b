package org.skipjack.train.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Parameter;

/** The parameters that weight decay applies to. */
public enum WeightDecay {
  /** All of them, γ, β and biases too: He et al. 2015. */
  ALL,

  /** The weights of convolutions and dense layers, but not γ, β and biases. */
  WEIGHTS;

  /** A run of learned values next to each other. */
  record Range(long from, long to) {
    private INDArray of(INDArray learned) {
      return learned.get(NDArrayIndex.interval(from, to));
    }
  }

  /** What adds a multiple of the values that decay to an array of all learned values. */
  List<ArrayOp> sums(Parameters parameters, INDArray result) {
    return ranges(parameters).stream()
        .map(
            range -> {
              INDArray part = range.of(result);
              return ArrayOp.sum(part, part, range.of(parameters.learned()));
            })
        .toList();
  }

  /** The values that decay, in runs as long as possible. */
  List<Range> ranges(Parameters parameters) {
    List<Range> ranges = new ArrayList<>();
    long from = 0;
    for (Parameter parameter : parameters.layout()) {
      if (parameter.learned()) {
        long to = from + parameter.elements();
        if (this == ALL || parameter.name().endsWith("/weight")) {
          add(ranges, new Range(from, to));
        }
        from = to;
      }
    }
    return ranges;
  }

  private static void add(List<Range> ranges, Range next) {
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last).to == next.from) {
      ranges.set(last, new Range(ranges.get(last).from, next.to));
    } else {
      ranges.add(next);
    }
  }
}
