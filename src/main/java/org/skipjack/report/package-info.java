/**
 * Reports: a comparison as one self-contained HTML file, which can be checked.
 *
 * <p>{@link org.skipjack.report.Report} is what a report knows; {@link
 * org.skipjack.report.ReportPage} makes the page of it; {@link
 * org.skipjack.report.ReportVerification} reads a page, checks that it says what its own data says,
 * makes the runs again and checks that they say it too.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The page holds its data as JSON: plan, histories, where they were made. All that a person
 *       reads is made from it and nothing else, so that whoever changes a figure by hand is found
 *       out by making the page again. No date and no time is in it: the same runs give the same
 *       page to the bit.
 *   <li>Pictures are SVG inside the page, with text as outlines, one for light and one for dark;
 *       paper gets the light one. A picture depends on the fonts of the machine, so on another
 *       machine it is known by its digest.
 *   <li>Elsewhere than where it was made, a run cannot be repeated to the bit. It is held against
 *       the reported run of the same seed, within a limit that was measured and that no report can
 *       widen; each conclusion has to come out again from the repeated runs alone. One that does
 *       not, though nothing is further apart than machines are, is neither confirmed nor refuted.
 *   <li>Whatever a page says is made again from plan, runs and the program, or is named as not
 *       checked: words of the author, and pictures that other fonts draw. A page has no command
 *       that makes it but {@code verify}, for no plan tells how it was typed. That a plan was fixed
 *       before its runs, and where they were made, no rerun tells.
 *   <li>Verdicts on reports stand in lines of their own, or in a section of a page that can be
 *       taken out: a page carries them and is, without them, what they judged, under the seal that
 *       they name. They are their authors' word; results that are the same to the bit count once.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
