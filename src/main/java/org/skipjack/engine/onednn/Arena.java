package org.skipjack.engine.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Places tensors in one block of memory, so that those whose lifetimes overlap do not.
 *
 * <p>The largest come first, each at the lowest place that is free for its whole lifetime: the
 * greedy order by size of Pisarchyk and Lee 2020 (arXiv:2001.03288, §5.1).
 */
final class Arena {
  private static final long ALIGNMENT = 64;

  private Arena() {}

  /** Places the tensors and gives the bytes that the block needs. */
  static long plan(List<Tensor> tensors) {
    List<Tensor> bySize = new ArrayList<>(tensors);
    bySize.sort(Comparator.comparingLong(Tensor::bytes).reversed().thenComparingInt(Tensor::first));
    List<Tensor> placed = new ArrayList<>();
    long size = 0;
    for (Tensor tensor : bySize) {
      long place = lowestPlace(tensor, placed);
      tensor.place(place);
      size = Math.max(size, place + aligned(tensor.bytes()));
      placed.add(insertion(placed, place), tensor);
    }
    return size;
  }

  /** Places the tensors one after the other and gives the bytes that the block needs. */
  static long inTurn(List<Tensor> tensors) {
    long size = 0;
    for (Tensor tensor : tensors) {
      tensor.place(size);
      size += aligned(tensor.bytes());
    }
    return size;
  }

  /**
   * A block in which {@code bytes} follow its {@link #start}. It is not filled: while it takes the
   * place of a smaller one no more memory is resident than either needs.
   */
  static INDArray allocate(long bytes) {
    return Nd4j.createUninitialized(DataType.FLOAT, (bytes + ALIGNMENT) / Float.BYTES);
  }

  /** The first address of a block on which tensors may be placed. */
  static long start(INDArray block) {
    return aligned(block.data().addressPointer().address());
  }

  /** Where a tensor at a place belongs in a list by offset: behind those at the same place. */
  private static int insertion(List<Tensor> placedByOffset, long place) {
    int from = 0;
    int to = placedByOffset.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (placedByOffset.get(middle).offset() <= place) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static long lowestPlace(Tensor tensor, List<Tensor> placedByOffset) {
    long place = 0;
    for (Tensor other : placedByOffset) {
      boolean together = other.first() <= tensor.last() && tensor.first() <= other.last();
      if (together && place + aligned(tensor.bytes()) > other.offset()) {
        place = Math.max(place, other.offset() + aligned(other.bytes()));
      }
    }
    return place;
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
