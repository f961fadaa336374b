/**
 * Charts of histories, comparisons and probes, drawn with XChart.
 *
 * <p>{@link org.skipjack.plot.ErrorChart}, {@link org.skipjack.plot.DegradationChart}, {@link
 * org.skipjack.plot.ConfusionChart}, {@link org.skipjack.plot.PairedChart}, {@link
 * org.skipjack.plot.LearningRateChart} and {@link org.skipjack.plot.GradientChart} are values that
 * say what to draw; their {@code chart()} is a {@link org.skipjack.plot.Chart}, which becomes PNG
 * or SVG.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Dashed and hollow is training, solid and filled is test, in every chart: the habit of He et
 *       al. 2015 (arXiv:1512.03385), Fig. 6. A color is a net, or a family of nets.
 *   <li>Colors are those of Okabe and Ito (2008), which all kinds of color vision tell apart;
 *       {@link org.skipjack.plot.Theme} replaces the one that its paper hides. Yellow darkened for
 *       white paper was tried: with deuteranopia it is vermillion.
 *   <li>The legend stands right of the plot: it never hides a curve, and eight nets fit at 600
 *       pixels, where a legend below would need XChart to break a row, which it cannot.
 *   <li>Error axes begin at 0, so that a difference looks as large as it is.
 *   <li>PNG is twice as sharp as the chart is large: 600 pixels on a page are 1200 in the file.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.plot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
