package org.skipjack.experiment;

import static org.skipjack.net.Net.net;

import java.nio.file.Path;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

/** Comparisons that take a moment. */
public final class Small {
  public static final Net RESIDUAL =
      net()
          .conv(4)
          .batchNorm()
          .relu()
          .residual(b -> b.conv(4).batchNorm())
          .relu()
          .globalAvgPool()
          .dense(10);
  public static final Net PLAIN = RESIDUAL.plain();
  public static final Recipe RECIPE = new Recipe(2, 20, Schedule.constant(0.1), Sgd.HE);

  private static final DataSplit DATA = Shapes.split(16, 100, 40, Seed.of(3));

  private Small() {}

  public static DataSplit data() {
    return DATA;
  }

  /** A plain and a residual net, two epochs of 100 images, three seeds. */
  public static Comparison comparison(Path folder) {
    return Comparison.of(Variant.of("plain", PLAIN), Variant.of("residual", RESIDUAL))
        .on(DATA)
        .recipe(RECIPE)
        .seeds(3)
        .in(folder);
  }
}
