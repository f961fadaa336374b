package org.skipjack.engine.onednn;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor of a plan: a layout of oneDNN's, and a place. Places are in the plan's arena, where
 * tensors take turns; in its store, where they stay from call to call; or in an array of ND4J's. A
 * view reads another tensor's memory in a layout of its own.
 *
 * <p>A tensor stands for the values that were in its memory when it was made. Where a step writes
 * others over them they are another tensor, {@link #overwritten}, and no step reads the old one any
 * more, by whatever view it was handed on.
 */
final class Tensor {

  /** The place of a tensor in memory. */
  enum Place {
    ARENA,
    STORE,
    ARRAY
  }

  final String name;
  final memory.desc layout;
  final Place place;
  private final @Nullable Tensor viewed;
  private final @Nullable Supplier<INDArray> array;
  private final long bytes;
  private final int version;
  private int written;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private long offset;
  private @Nullable memory handle;

  private Tensor(
      String name,
      memory.desc layout,
      Place place,
      @Nullable Tensor viewed,
      int version,
      @Nullable Supplier<INDArray> array) {
    this.name = name;
    this.layout = layout;
    this.place = place;
    this.viewed = viewed;
    this.version = version;
    this.array = array;
    this.bytes = layout.get_size();
  }

  static Tensor inArena(String name, memory.desc layout) {
    return new Tensor(name, layout, Place.ARENA, null, 0, null);
  }

  static Tensor inStore(String name, memory.desc layout) {
    return new Tensor(name, layout, Place.STORE, null, 0, null);
  }

  /** A tensor in an array that need not be there before the plan is bound. */
  static Tensor in(Supplier<INDArray> array, String name, memory.desc layout) {
    return new Tensor(name, layout, Place.ARRAY, null, 0, array);
  }

  Tensor view(memory.desc otherLayout) {
    return new Tensor(name, otherLayout, place, root(), version, null);
  }

  /** What the next step writes over these values. */
  Tensor overwritten() {
    return new Tensor(name, layout, place, root(), version + 1, null);
  }

  /** The tensor that owns the place. */
  Tensor root() {
    return viewed == null ? this : viewed;
  }

  /** Whether this tensor owns a place of that kind. */
  boolean owns(Place kind) {
    return viewed == null && place == kind;
  }

  memory.data_type type() {
    return layout.get_data_type().intern();
  }

  long bytes() {
    return bytes;
  }

  /**
   * Says that a step reads or writes this tensor.
   *
   * @throws IllegalStateException if its values were overwritten, which is a defect of the planner
   */
  void usedBy(int step) {
    Tensor root = root();
    if (version < root.written) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the plan is not well formed: step %d uses %s, which a step before it overwrote",
              step,
              name));
    }
    root.first = Math.min(root.first, step);
    root.last = Math.max(root.last, step);
  }

  /** Says that the step that uses this tensor is complete: what it writes over is gone. */
  void settle() {
    Tensor root = root();
    root.written = Math.max(root.written, version);
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  void place(long where) {
    offset = where;
  }

  long offset() {
    return offset;
  }

  /** Makes oneDNN's handle, or moves it, for an arena and a store that start at these addresses. */
  void bind(engine cpu, long arena, long store) {
    At address = new At(root().address(arena, store));
    if (handle == null) {
      handle = new memory(layout, cpu, address);
    } else {
      handle.set_data_handle(address);
    }
  }

  private long address(long arena, long store) {
    return switch (place) {
      case ARENA -> arena + offset;
      case STORE -> store + offset;
      case ARRAY -> Objects.requireNonNull(array).get().data().addressPointer().address();
    };
  }

  /** What primitives take. */
  memory handle() {
    return Objects.requireNonNull(handle, name);
  }

  /** A pointer to memory that somebody else owns. */
  private static final class At extends Pointer {
    At(long address) {
      this.address = address;
    }
  }
}
