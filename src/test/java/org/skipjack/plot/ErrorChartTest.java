package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.plot.Charts.dashed;
import static org.skipjack.plot.Charts.history;
import static org.skipjack.plot.Charts.labels;
import static org.skipjack.plot.Charts.legend;
import static org.skipjack.plot.Charts.series;
import static org.skipjack.plot.Charts.xy;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.plot.ErrorChart.Series;
import org.skipjack.train.history.History;

class ErrorChartTest {
  private static final List<Series> PAIR =
      List.of(new Series("plain20", history(5, 0.3)), new Series("resnet20", history(5, 0.1)));

  @Test
  void training_is_dashed_and_test_is_solid() {
    Chart chart = ErrorChart.of(PAIR).chart();
    assertThat(dashed(series(chart, "plain20 training"))).isTrue();
    assertThat(dashed(series(chart, "plain20 test"))).isFalse();
    assertThat(dashed(series(chart, "resnet20 training"))).isTrue();
    assertThat(dashed(series(chart, "resnet20 test"))).isFalse();
  }

  @Test
  void a_net_has_one_color_and_another_net_another() {
    Chart chart = ErrorChart.of(PAIR).chart();
    Color plain = series(chart, "plain20 training").getLineColor();
    assertThat(series(chart, "plain20 test").getLineColor()).isEqualTo(plain);
    assertThat(plain).isEqualTo(new Color(0x0072B2));
    assertThat(series(chart, "resnet20 test").getLineColor()).isEqualTo(new Color(0xD55E00));
  }

  @Test
  void errors_are_drawn_in_per_cent_by_epoch() {
    XYSeries training = series(ErrorChart.of(PAIR).chart(), "plain20 training");
    assertThat(training.getXData()).containsExactly(1, 2, 3, 4, 5);
    assertThat(training.getYData()[0]).isEqualTo(80);
  }

  @Test
  void the_legend_stands_outside_with_an_entry_a_net_and_a_key_to_the_strokes() {
    Chart chart = ErrorChart.of(PAIR).chart();
    assertThat(xy(chart).getStyler().getLegendPosition()).isEqualTo(LegendPosition.OutsideE);
    assertThat(labels(chart)).containsExactly("plain20", "resnet20", "training", "test");
    assertThat(legend(chart)).extracting(Charts::dashed).containsExactly(false, false, true, false);
  }

  @Test
  void seeds_of_one_net_are_a_line_at_their_mean_with_a_band_from_lowest_to_highest() {
    Chart chart =
        ErrorChart.of(
                List.of(
                    new Series("resnet20", history(5, 0.1)),
                    PAIR.get(0),
                    new Series("resnet20", history(5, 0.3)),
                    new Series("resnet20", history(5, 0.2))))
            .chart();
    assertThat(labels(chart)).containsExactly("resnet20", "plain20", "training", "test");
    XYSeries mean = series(chart, "resnet20 training");
    assertThat(mean.getYData()[4]).isCloseTo(32, within(1e-9));
    XYSeries band = series(chart, "resnet20 training band");
    assertThat(band.getXData()).containsExactly(1, 2, 3, 4, 5, 5, 4, 3, 2, 1);
    assertThat(band.getYData()[4]).isCloseTo(24, within(1e-9));
    assertThat(band.getYData()[5]).isCloseTo(40, within(1e-9));
    assertThat(band.getFillColor().getAlpha()).isLessThan(80);
    assertThat(xy(chart).getSeries("plain20 training band")).isNull();
  }

  @Test
  void one_epoch_is_drawn_as_dots_hollow_for_training() {
    Chart chart = ErrorChart.of(List.of(new Series("resnet20", history(1, 0.5)))).chart();
    assertThat(((RoundMarker) series(chart, "resnet20 training").getMarker()).hollow()).isTrue();
    assertThat(((RoundMarker) series(chart, "resnet20 test").getMarker()).hollow()).isFalse();
    assertThat(legend(chart))
        .extracting(XYSeries::getMarker)
        .hasOnlyElementsOfType(RoundMarker.class);
    XYSeries line = series(ErrorChart.of(PAIR).chart(), "plain20 test");
    assertThat(line.getMarker()).isSameAs(SeriesMarkers.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 10, 12, 13, 20, 25, 33, 50, 90, 160, 200})
  void ticks_are_at_whole_epochs_only(int epochs) {
    Chart chart = ErrorChart.of(List.of(new Series("resnet20", history(epochs, 0.1)))).chart();
    XYStyler styler = xy(chart).getStyler();
    double first = styler.getXAxisMin();
    double last = styler.getXAxisMax();
    List<Double> places = new ArrayList<>();
    Function<Double, String> number = place -> String.valueOf(Math.round(place));
    styler.setXAxisTickLabelsFormattingFunction(
        place -> {
          places.add(place);
          return number.apply(place);
        });
    assertThat(chart.png()).isNotEmpty();
    // The ends of the axis are formatted too, but only to be compared.
    places.removeIf(place -> place == first || place == last);
    assertThat(places).allMatch(place -> place == Math.rint(place));
    assertThat(styler.getXAxisDecimalPattern()).isEqualTo("0");
  }

  @Test
  void there_is_room_for_the_epochs_to_come() {
    ErrorChart soFar = ErrorChart.of(List.of(new Series("resnet20", history(3, 0.1))));
    assertThat(xy(soFar.chart()).getStyler().getXAxisMax()).isEqualTo(3);
    assertThat(xy(soFar.planned(20).chart()).getStyler().getXAxisMax()).isEqualTo(20);
    assertThat(xy(soFar.planned(2).chart()).getStyler().getXAxisMax()).isEqualTo(3);
  }

  @Test
  void the_error_axis_begins_at_0_and_ends_at_a_round_number_above_all() {
    History small = history(1, 0.03);
    double most = 100 * small.epochs().get(0).testError();
    XYStyler styler = xy(ErrorChart.of(List.of(new Series("a", small))).chart()).getStyler();
    assertThat(styler.getYAxisMin()).isZero();
    assertThat(styler.getYAxisMax()).isEqualTo(100).isGreaterThan(most);
    assertThat(ChartStyle.limit(0.031)).isEqualTo(5);
    assertThat(ChartStyle.limit(0.5)).isEqualTo(50);
    assertThat(ChartStyle.limit(1)).isEqualTo(100);
  }

  @Test
  void many_epochs_are_one_stroke_that_keeps_its_dashes() {
    Chart chart = ErrorChart.of(List.of(new Series("resnet20", history(160, 0.1)))).chart();
    assertThat(series(chart, "resnet20 training").isSmooth()).isTrue();
    assertThat(series(ErrorChart.of(PAIR).chart(), "plain20 training").isSmooth()).isFalse();
  }

  @Test
  void a_long_name_is_cut_in_the_legend() {
    Series named = new Series("net().conv(16).relu().dense(10)", history(2, 0.1));
    assertThat(labels(ErrorChart.of(List.of(named)).chart())).contains("net().conv(….dense(10)");
  }

  @Test
  void the_dark_theme_has_its_own_paper_ink_and_colors() {
    Chart chart = ErrorChart.of(PAIR).theme(Theme.DARK).chart();
    XYStyler styler = xy(chart).getStyler();
    assertThat(styler.getChartBackgroundColor()).isEqualTo(Theme.DARK.paper());
    assertThat(styler.getPlotBackgroundColor()).isEqualTo(Theme.DARK.paper());
    assertThat(styler.getLegendBackgroundColor()).isEqualTo(Theme.DARK.paper());
    assertThat(styler.getChartFontColor()).isEqualTo(Theme.DARK.ink());
    assertThat(series(chart, "plain20 test").getLineColor()).isEqualTo(new Color(0x56B4E9));
  }

  @Test
  void eight_nets_have_eight_colors() {
    List<Series> eight = nets(8);
    assertThat(legend(ErrorChart.of(eight).chart()).subList(0, 8))
        .extracting(XYSeries::getLineColor)
        .doesNotHaveDuplicates();
  }

  @Test
  void nine_nets_are_refused() {
    assertThatThrownBy(() -> ErrorChart.of(nets(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                """
                an error chart tells at most 8 nets apart by color, got 9.
                Fix: draw two charts"""));
  }

  @Test
  void nothing_to_draw_is_refused() {
    assertThatThrownBy(() -> ErrorChart.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                """
                an error chart needs a history, got none.
                Fix: ErrorChart.of(List.of(new Series("resnet20", run.history())))"""));
  }

  @Test
  void a_history_without_an_epoch_is_refused_by_name() {
    assertThatThrownBy(() -> ErrorChart.of(List.of(new Series("resnet20", History.empty()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                """
                resnet20 has no epoch to draw: none had ended when its training stopped.
                Fix: leave it out, or let it train for one epoch"""));
  }

  private static List<Series> nets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Series("net" + i, history(3, 0.05 * i)))
        .toList();
  }

  private static String lines(String text) {
    return text.replace("\n", System.lineSeparator());
  }
}
