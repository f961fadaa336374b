package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** A chart is drawn where no interrupt comes, and the caller keeps its own. */
class UndisturbedTest {
  @Test
  void an_interrupt_while_something_is_drawn_reaches_the_caller_alone() {
    Thread caller = Thread.currentThread();
    boolean disturbed =
        Undisturbed.run(
            () -> {
              caller.interrupt();
              return Thread.interrupted();
            });
    assertThat(disturbed).isFalse();
    assertThat(Thread.interrupted()).as("the caller's interrupt").isTrue();
  }

  @Test
  void a_chart_draws_no_point_on_the_thread_that_asks_for_it() {
    Thread caller = Thread.currentThread();
    XYChart xchart = new XYChartBuilder().width(200).height(100).build();
    xchart.addSeries("a", new double[] {1, 2});
    boolean[] here = new boolean[1];
    boolean[] asked = new boolean[1];
    xchart.setCustomXAxisTickLabelsFormatter(
        x -> {
          asked[0] = true;
          here[0] |= Thread.currentThread() == caller;
          return "x";
        });
    Thread.currentThread().interrupt();
    Chart chart = Chart.of(xchart);
    assertThat(chart.png()).isNotEmpty();
    assertThat(chart.svg()).startsWith("<svg");
    assertThat(Thread.interrupted()).as("the interrupt from before").isTrue();
    assertThat(asked[0]).isTrue();
    assertThat(here[0]).isFalse();
  }

  @Test
  void what_goes_wrong_is_thrown_as_it_was() {
    assertThatThrownBy(
            () ->
                Undisturbed.run(
                    () -> {
                      throw new IllegalStateException("no ink");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no ink");
  }
}
