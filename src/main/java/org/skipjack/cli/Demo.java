package org.skipjack.cli;

import java.util.Locale;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.net.Option;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

/**
 * The degradation of He et al. 2015 (§1, Fig. 1 and 6), made small: plain and residual CIFAR nets
 * of two depths and half the paper's width on procedural images.
 *
 * <p>Recipe and depths are cheap and have margins of tens of points: the deeper plain net was the
 * worse in 10 of 10 seeds, and the deeper residual net the better in 10 of 10 (in 9 of 10 with
 * other draws, where one seed learned slowly at first; a warm-up cures that seed).
 */
final class Demo {
  static final int SHALLOW = 8;
  static final int DEEP = 32;
  private static final int WIDTH = 8;
  private static final Recipe RECIPE = new Recipe(5, 32, Schedule.cosine(0.03), Sgd.HE);

  private Demo() {}

  /** The comparison of all four nets. */
  static Comparison on(DataSplit data) {
    return Sweep.of(Axis.plainAndResidual(), Axis.depth(SHALLOW, DEEP))
        .each(sweepPoint -> sweepPoint.with(Option.width(WIDTH)))
        .on(data)
        .recipe(RECIPE)
        .question("What does depth do to a plain net, and what does a shortcut do about it?")
        .claim(
            "The degradation: the deeper plain net has the higher training error",
            training("plain", DEEP).above(net("plain", SHALLOW)))
        .claim(
            "With shortcuts the deeper net has the lower training error",
            training("residual", DEEP).below(net("residual", SHALLOW)))
        .claim(
            "The deep net has a lower training error with shortcuts than without",
            training("residual", DEEP).below(net("plain", DEEP)));
  }

  private static Claim.Side training(String family, int depth) {
    return new Claim.Side(Metric.TRAINING_ERROR, net(family, depth));
  }

  private static String net(String family, int depth) {
    return String.format(Locale.ROOT, "%s depth %d", family, depth);
  }
}
