package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long day with one notebook: its cells are run again and again. */
class SoakTest {
  static final long MOST_GROWTH = 48L << 20;

  private static final int CELLS = 300;
  private static final int WARM = 100;

  /** Each round declares what another round declared otherwise, with 4 MB in it. */
  private static final List<String> ROUND =
      List.of(
          "var data = new float[1 << 20];",
          "var data = new int[1 << 20]; data.length",
          "new double[1 << 19]",
          "record Held(float[] values) {}\nvar held = new Held(new float[1 << 20]);",
          "int twice(int n) { return %d + n; }",
          "var text = \"x\".repeat(1 << 21); text.length()",
          "import java.util.concurrent.*;\nvar list = new ArrayList<float[]>(); list.add(new float[1 << 20]);",
          "twice(%d)",
          "for (int i = 0; i < 10; i++) System.out.println(\"line \" + i);",
          "Object data = Map.of(1, new float[1 << 20]);");

  @Test
  void memory_stays_flat_over_three_hundred_cells() {
    try (Cells cells = new Cells("import java.util.*;")) {
      long before = 0;
      for (int i = 0; i < CELLS; i++) {
        if (i == WARM) {
          before = used();
        }
        cells.run(cell(i));
      }
      assertThat(used() - before)
          .as("bytes that %d cells left", CELLS - WARM)
          .isLessThan(MOST_GROWTH);
    }
  }

  /** A cell of such a day. */
  static String cell(int number) {
    return ROUND.get(number % ROUND.size()).replace("%d", "" + number);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
