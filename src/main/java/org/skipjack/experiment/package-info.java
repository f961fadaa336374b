/**
 * Experiments: variants and seeds, run store, statistics, resume.
 *
 * <p>{@link org.skipjack.experiment.Comparison} is what a user says; {@link
 * org.skipjack.experiment.plan.ExperimentPlan} is what that comes to, a value; a {@link
 * org.skipjack.experiment.runner.Runner} takes its {@link org.skipjack.experiment.plan.Trial}s and
 * leaves a {@link org.skipjack.experiment.store.StoredRun} of each in a {@link
 * org.skipjack.experiment.store.RunStore}; {@link org.skipjack.experiment.ComparisonResult} is what
 * may be concluded from them.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A trial is known by the SHA-256 of all that its result depends on: net, recipe, content of
 *       the data, seed, engine, threads, precision. A store has one finished run of it, whichever
 *       plan asked first.
 *   <li>The figure that counts is that of the last epoch. A best epoch is chosen on the test set.
 *   <li>Arms are paired by seed, and all tests are tests of differences. Where several pairs are
 *       compared, their p are corrected within each figure; where several claims are made, their
 *       intervals are.
 *   <li>Runs go side by side on one thread each, as many as there are processors. On two processors
 *       four runs of 20 layers took 1.22 to 1.34 times as long one after the other on two threads
 *       each, two runs of 56 layers 1.24 to 1.31 times (batches of 128, images of 16 × 16, three
 *       rounds in turn in one process; {@code compare --threads} gives both). Where there are fewer
 *       runs than processors, each gets more threads.
 *   <li>A plan is written to the list of its store before its first run, with the seeds that had
 *       results then: one that a result could have suggested says so, and only one that none could
 *       is said to be fixed beforehand.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
