package org.skipjack.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skipjack.data.Dataset;
import org.skipjack.train.history.TrainingNote;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.LearningRateText;
import org.skipjack.train.state.StateTransfer;

/**
 * Detects problems of a training and notes each once: a loss that does not fall, an exploding
 * gradient, a relu whose output is always zero.
 */
final class HealthMonitor {
  /**
   * The number of updates within which a loss must fall, and after which the usual norm of the
   * gradient is known.
   */
  private static final int PATIENCE = 200;

  /** A loss that is nearer to that of guessing has learned nothing yet. */
  private static final double SHARE_OF_GUESSING = 0.98;

  /** Averages move by a hundredth of what is new. */
  private static final double MOVE = 0.01;

  private static final double MANY_TIMES = 100;

  private final Training training;
  private final double guessing;
  private final Set<TrainingNote.Kind> seen = new HashSet<>();
  private final Set<String> dead = new HashSet<>();
  private long updates;
  private double meanLoss;
  private double meanLogNorm;

  /**
   * @param before notes that were made before, which are not made again
   */
  HealthMonitor(Training training, List<TrainingNote> before) {
    this.training = training;
    this.guessing = entropy(training.data().training().images());
    before.forEach(trainingNote -> seen.add(trainingNote.kind()));
    before.forEach(trainingNote -> dead.add(trainingNote.text()));
  }

  /** The loss of the best guess that does not look at the images, in nats. */
  private static double entropy(Dataset images) {
    double entropy = 0;
    for (int count : images.histogram()) {
      double share = (double) count / images.size();
      entropy -= count == 0 ? 0 : share * StrictMath.log(share);
    }
    return entropy;
  }

  void state(StateTransfer transfer) {
    updates = transfer.integer("updates", updates);
    meanLoss = transfer.number("meanLoss", meanLoss);
    meanLogNorm = transfer.number("meanLogNorm", meanLogNorm);
  }

  /**
   * The problems seen after an update.
   *
   * @param weightNorm Euclidean norm of all weights after it
   */
  List<TrainingNote> afterUpdate(int epoch, TrainingListener.Step step, double weightNorm) {
    List<TrainingNote> notes = new ArrayList<>();
    if (isStuck(step)) {
      notes.add(note(TrainingNote.Kind.STUCK_LOSS, epoch, step, stuck(step)));
    }
    if (explodes(step, weightNorm)) {
      notes.add(
          note(TrainingNote.Kind.EXPLODING_GRADIENT, epoch, step, exploding(step, weightNorm)));
    }
    take(step);
    return notes;
  }

  private void take(TrainingListener.Step step) {
    double logNorm = StrictMath.log(Math.max(step.gradientNorm(), Double.MIN_NORMAL));
    // At first a plain mean, so that the beginning has no weight of its own.
    double move = Math.max(MOVE, 1.0 / (updates + 1));
    meanLoss += move * (step.loss() - meanLoss);
    meanLogNorm += move * (logNorm - meanLogNorm);
    updates++;
  }

  private boolean isStuck(TrainingListener.Step step) {
    return updates >= PATIENCE
        && meanLoss >= SHARE_OF_GUESSING * guessing
        && step.loss() >= SHARE_OF_GUESSING * guessing
        && seen.add(TrainingNote.Kind.STUCK_LOSS);
  }

  /** An update longer than the weights, or a gradient many times as long as usual. */
  private boolean explodes(TrainingListener.Step step, double weightNorm) {
    if (training.recipe().extras().clipNorm() > 0) {
      return false;
    }
    boolean replaces =
        training.recipe().optimizer() instanceof Sgd
            && step.learningRate() * step.gradientNorm() > weightNorm;
    boolean unusual =
        updates >= PATIENCE
            && StrictMath.log(Math.max(step.gradientNorm(), Double.MIN_NORMAL))
                > meanLogNorm + StrictMath.log(MANY_TIMES);
    return (replaces || unusual) && seen.add(TrainingNote.Kind.EXPLODING_GRADIENT);
  }

  private static TrainingNote note(
      TrainingNote.Kind kind, int epoch, TrainingListener.Step step, String text) {
    return new TrainingNote(kind, epoch, step.iteration(), text);
  }

  private String stuck(TrainingListener.Step step) {
    return String.format(
        Locale.ROOT,
        "the loss does not fall: %.3f after %,d updates, where guessing gives %.3f.%nTry: a learning rate ten times smaller or larger than %s, --warmup 400, batchNorm() after each conv; and look whether labels and images belong together",
        meanLoss,
        step.iteration(),
        guessing,
        LearningRateText.text(step.learningRate()));
  }

  private String exploding(TrainingListener.Step step, double weightNorm) {
    return String.format(
        Locale.ROOT,
        "the gradient explodes: its norm is %.3g, usually %.3g; at learning rate %s, with weights of norm %.3g, one update undoes what was learned.%nTry: --clip-norm 1, a smaller learning rate, --warmup 400, batchNorm() after each conv",
        step.gradientNorm(),
        updates == 0 ? step.gradientNorm() : StrictMath.exp(meanLogNorm),
        LearningRateText.text(step.learningRate()),
        weightNorm);
  }

  /**
   * The problems seen in the outputs of a batch's relus.
   *
   * @param zero the relus that gave zero for every image of the batch
   */
  List<TrainingNote> afterLook(int epoch, long iteration, List<String> zero) {
    List<TrainingNote> notes = new ArrayList<>();
    for (String relu : zero) {
      String text =
          "%s is dead: it gives zero for every image, so nothing before it learns through it.%nTry: a smaller learning rate, --warmup 400, batchNorm() before the relu"
              .formatted(relu);
      if (dead.add(text)) {
        notes.add(new TrainingNote(TrainingNote.Kind.DEAD_RELU, epoch, iteration, text));
      }
    }
    return notes;
  }
}
