package org.skipjack.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan's steps may read of memory that other steps write over. */
class EmitterTest {
  private final engine cpu = new engine(dnnl_cpu, 0);
  private final Emitter emitter = new Emitter(cpu);
  private final memory.desc layout = Layouts.plain(new long[] {2, 3}, memory.data_type.f32);
  private final Tensor one = Tensor.inArena("one", layout);
  private final Tensor other = Tensor.inArena("other", layout);

  @AfterEach
  void free() {
    emitter.close();
    cpu.close();
  }

  private Tensor sumInPlaceOfOne() {
    return ElementwiseOp.emitSum(emitter, "sum", one, other, false, true);
  }

  @Test
  void what_a_sum_took_the_place_of_is_read_by_no_later_step() {
    Tensor sum = sumInPlaceOfOne();

    assertThat(sum.root()).isSameAs(one);
    assertThatThrownBy(() -> ElementwiseOp.emitFunction(emitter, "relu", Eltwise.RELU, one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the plan is not well formed: step 1 uses one, which a step before it overwrote");
  }

  @Test
  void nor_by_a_view_that_was_handed_on_before() {
    Tensor handedOn = one.view(Layouts.plain(new long[] {6}, memory.data_type.f32));
    Tensor sum = sumInPlaceOfOne();

    assertThat(sum.root()).isSameAs(one);
    assertThatThrownBy(() -> ElementwiseOp.emitFunction(emitter, "relu", Eltwise.RELU, handedOn))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("step 1 uses one");
  }

  @Test
  void the_sum_itself_is_read_and_may_be_overwritten_again() {
    Tensor twice = ElementwiseOp.emitSum(emitter, "twice", sumInPlaceOfOne(), other, false, true);
    Tensor last = ElementwiseOp.emitFunction(emitter, "relu", Eltwise.RELU, twice);

    assertThat(twice.root()).isSameAs(one);
    assertThat(last.root()).isNotSameAs(one);
    assertThat(emitter.size()).isEqualTo(3);
  }
}
