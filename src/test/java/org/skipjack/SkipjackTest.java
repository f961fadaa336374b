package org.skipjack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.Skipjack.chart;
import static org.skipjack.Skipjack.net;
import static org.skipjack.Skipjack.plain;
import static org.skipjack.Skipjack.resnet;
import static org.skipjack.Skipjack.train;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.skipjack.data.DataSplit;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.plot.Chart;
import org.skipjack.train.Run;

class SkipjackTest {
  private static final DataSplit DATA = Shapes.ofSize(16).withCounts(20, 10).split();
  private static final Net NARROW = net().conv(4).relu().globalAvgPool().dense(10);

  private static Run run(Net net) {
    return train(net).on(DATA).epochs(1).run();
  }

  private static List<String> nets(Chart chart) {
    return ((XYChart) chart.xchart())
        .getSeriesCollection().stream()
            .filter(XYSeries::isShowInLegend)
            .map(XYSeries::getLabel)
            .filter(label -> !List.of("training", "test").contains(label))
            .toList();
  }

  @Test
  void runs_bear_the_papers_names_in_a_chart_and_numbers_where_two_are_alike() {
    Run residual = run(resnet(8));
    Run other = run(NARROW);
    assertThat(nets(chart(run(plain(8)), residual))).containsExactly("plain8", "resnet8");
    assertThat(nets(chart(other))).containsExactly("plain");
    assertThat(nets(chart(other, other, residual)))
        .containsExactly("1 plain", "2 plain", "3 resnet8");
  }
}
