package org.skipjack.experiment.runner;

import java.util.List;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.train.TrainingListener;

/** Watches an experiment; called on the threads that train, several at a time. */
public interface ExperimentListener {

  /** Does nothing. */
  ExperimentListener SILENT = new ExperimentListener() {};

  /** A runner is about to carry out these trials, those that the store has already among them. */
  default void planned(ExperimentPlan experimentPlan, List<Trial> trials) {}

  /** A trial was found finished in the store, so it is not run again. */
  default void reused(Trial trial, StoredRun run) {}

  /** A finished run is damaged, so it is made again, from its checkpoint where it has one. */
  default void damaged(Trial trial, StoredRun run) {}

  /** An update was made, or a test batch passed. */
  default void stepped(Trial trial, TrainingListener.Progress progress) {}

  /** A trial has ended. */
  default void ended(Trial trial, StoredRun run) {}

  /** Another process is at this trial; it is waited for once there is nothing else to do. */
  default void elsewhere(Trial trial) {}

  /** This one, and after it another, told the same. */
  default ExperimentListener and(ExperimentListener next) {
    return new CompositeExperimentListener(this, next);
  }
}
