/**
 * Statistics of comparisons: what a few seeds allow to say about two nets, and what they do not.
 *
 * <p>Distributions, tests of means, ranks and quantiles are those of Apache Commons Statistics;
 * what it lacks is built on them here. Numbers go in, values come out; nothing here knows of nets.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Runs are paired by seed, so that the tests are tests of differences: {@link
 *       org.skipjack.experiment.statistics.PairedTest} (Student 1908) leads, a bootstrap interval
 *       and the signed ranks of Wilcoxon 1945 stand beside it for who doubts that differences are
 *       normal. Welch's test serves figures that others published without their pairs.
 *   <li>Signed ranks are exact at any number of pairs and with ties, which errors counted on a
 *       thousand images always have. Commons Statistics takes a normal approximation where there
 *       are ties, and five seeds are too few for it.
 *   <li>Commons Statistics has no noncentral t distribution, which power needs. Its tail is one
 *       integral over Commons' chi-squared density and normal distribution, taken by the
 *       trapezoidal rule, which converges exponentially here; R and SciPy agree to 1e-6 and better.
 *   <li>Adding seeds until a test is significant finds a difference in most comparisons of equal
 *       nets, sooner or later. {@link org.skipjack.experiment.statistics.RepeatedTest} is the
 *       honest way, with a level that is exact for normal differences.
 *   <li>Anytime-valid tests were tried on paper (the right-Haar mixture t test of Lai 1976): with
 *       five pairs they ask for t above 5.8, the repeated test with a limit of 20 seeds for 4.4.
 *       Training seeds are dear, and nobody trains without a limit.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
