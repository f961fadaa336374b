package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long day with one notebook: its cells are run again and again. */
class SoakTest {
  private static final long MOST_GROWTH = 48L << 20;

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
    soak(300, 100);
  }

  @Test
  @Tag("fuzz")
  void memory_stays_flat_over_two_thousand_cells() {
    soak(2000, 500);
  }

  private static void soak(int count, int warm) {
    try (Cells cells = new Cells("import java.util.*;")) {
      long before = 0;
      for (int i = 0; i < count; i++) {
        if (i == warm) {
          before = used();
        }
        Cells.Cell unused = cells.run(ROUND.get(i % ROUND.size()).replace("%d", "" + i));
      }
      assertThat(used() - before)
          .as("bytes that %d cells left", count - warm)
          .isLessThan(MOST_GROWTH);
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
