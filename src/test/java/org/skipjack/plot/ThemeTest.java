package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  /** Machado, Oliveira and Fernandes 2009, table 1, severity 1: on linear RGB. */
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };

  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968},
    {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] TRITANOPIA = {
    {1.255528, -0.076749, -0.178779},
    {-0.078411, 0.930809, 0.147602},
    {0.004733, 0.691367, 0.303900}
  };

  private static final double[][] XYZ = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
  };

  @ParameterizedTest
  @EnumSource
  void any_two_colors_differ_for_every_kind_of_color_vision(Theme theme) {
    for (double[][] vision : List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
      assertThat(leastDifference(theme.colors(), vision)).isGreaterThan(16);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ink_can_be_read_on_paper_and_on_the_fullest_heat(Theme theme) {
    assertThat(contrast(theme.ink(), theme.paper())).isGreaterThan(7);
    // WCAG 2.2 asks for 3 of large text and 4.5 of small.
    assertThat(contrast(theme.ink(), theme.heat())).isGreaterThan(4);
  }

  @ParameterizedTest
  @EnumSource
  void every_line_stands_out_from_paper_more_than_the_grid(Theme theme) {
    double grid = contrast(theme.grid(), theme.paper());
    assertThat(theme.colors())
        .hasSize(8)
        .allMatch(color -> contrast(color, theme.paper()) > 1.5 * grid);
  }

  private static double leastDifference(List<Color> colors, double[][] vision) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < colors.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = lab(colors.get(i), vision);
        double[] b = lab(colors.get(j), vision);
        double square = 0;
        for (int k = 0; k < 3; k++) {
          square += (a[k] - b[k]) * (a[k] - b[k]);
        }
        least = Math.min(least, Math.sqrt(square));
      }
    }
    return least;
  }

  private static double[] lab(Color color, double[][] vision) {
    double[] seen = times(vision, linear(color));
    for (int k = 0; k < 3; k++) {
      seen[k] = Math.max(0, Math.min(1, seen[k]));
    }
    double[] xyz = times(XYZ, seen);
    double x = root(xyz[0] / 0.95047);
    double y = root(xyz[1]);
    double z = root(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static double contrast(Color one, Color other) {
    double a = times(XYZ, linear(one))[1] + 0.05;
    double b = times(XYZ, linear(other))[1] + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double[] linear(Color color) {
    double[] rgb = {color.getRed(), color.getGreen(), color.getBlue()};
    for (int k = 0; k < 3; k++) {
      double c = rgb[k] / 255;
      rgb[k] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int k = 0; k < 3; k++) {
        product[row] += matrix[row][k] * vector[k];
      }
    }
    return product;
  }
}
