/**
 * Our nets as Tribuo trainers and models, evaluation, and provenance.
 *
 * <p>{@link org.skipjack.tribuo.Evaluation} judges a net with Tribuo's {@code LabelEvaluator};
 * {@link org.skipjack.tribuo.Provenance} says where a run came from; {@link
 * org.skipjack.tribuo.NetModel} is the net as Tribuo sees it, and carries that provenance.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Pixels never become Tribuo features: an image of 32 by 32 pixels would take 38 KB and half
 *       a millisecond. A net predicts a whole data set in batches, and Tribuo is given the
 *       predictions; its examples hold a label and no feature.
 *   <li>Every class of the net is part of every evaluation, also one that no test image has. Where
 *       Tribuo divides zero by zero and gives 0, the figure is NaN here and a dash in tables.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.tribuo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
