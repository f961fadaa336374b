/**
 * Sweeps: comparisons over every combination of what language and recipe can vary, and the papers'
 * tables as ready ones.
 *
 * <p>A {@link org.skipjack.experiment.sweep.Sweep} is made of {@link
 * org.skipjack.experiment.sweep.Axis axes}; each value of an axis changes the {@link
 * org.skipjack.experiment.sweep.SweepPoint} that a net and its recipe are made from. On data it
 * becomes an ordinary {@link org.skipjack.experiment.Comparison}, so that store, statistics, report
 * and verification need no word about sweeps.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Of the points of a sweep, those are compared that differ on one axis alone, each value of
 *       it with its first: a difference then has one cause, and few comparisons need little
 *       correction. A paper's table compares its first row with each other.
 *   <li>Published figures travel with their arm, so that a report shows them beside ours, whatever
 *       data and length ours were made with; it says so where these are not the paper's.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.sweep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
