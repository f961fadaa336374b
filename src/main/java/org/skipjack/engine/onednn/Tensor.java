package org.skipjack.engine.onednn;

import java.util.Objects;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a plan: a layout of oneDNN's, and a place, either in the plan's arena or fixed in an
 * array of ND4J's. A view reads another tensor's memory in a layout of its own.
 */
final class Tensor {
  final String name;
  final memory.desc layout;
  private final @Nullable Tensor viewed;
  private final long fixedAddress;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private long offset;
  private @Nullable memory handle;

  private Tensor(String name, memory.desc layout, @Nullable Tensor viewed, long fixedAddress) {
    this.name = name;
    this.layout = layout;
    this.viewed = viewed;
    this.fixedAddress = fixedAddress;
  }

  static Tensor inArena(String name, memory.desc layout) {
    return new Tensor(name, layout, null, 0);
  }

  static Tensor at(long address, String name, memory.desc layout) {
    return new Tensor(name, layout, null, address);
  }

  Tensor view(memory.desc otherLayout) {
    return new Tensor(name, otherLayout, root(), 0);
  }

  /** The tensor that owns the place. */
  Tensor root() {
    return viewed == null ? this : viewed;
  }

  boolean isInArena() {
    return viewed == null && fixedAddress == 0;
  }

  long bytes() {
    return layout.get_size();
  }

  /** Says that a step reads or writes this tensor. */
  void usedBy(int step) {
    Tensor root = root();
    root.first = Math.min(root.first, step);
    root.last = Math.max(root.last, step);
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  void place(long place) {
    offset = place;
  }

  long offset() {
    return offset;
  }

  /** Makes oneDNN's handle, or moves it, for an arena that starts at an address. */
  void bind(engine cpu, long arena) {
    Tensor root = root();
    long address = root.fixedAddress == 0 ? arena + root.offset : root.fixedAddress;
    if (handle == null) {
      handle = new memory(layout, cpu, new At(address));
    } else {
      handle.set_data_handle(new At(address));
    }
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
