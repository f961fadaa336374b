/**
 * A notebook as one HTML page: text, code with its colors, and outputs, for a reader without
 * Jupyter.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The page needs no network and no script, and forbids both by its content security policy:
 *       pictures are inside, also those that its Markdown names in files; what only a script could
 *       show is shown in its text form.
 *   <li>It is light or dark as its reader's pages are, and light on paper.
 *   <li>Code is colored by {@code kernel.source}, which never fails on what does not compile.
 *   <li>Formulas are MathML, which browsers draw by themselves. One with a command that is not
 *       known here stays LaTeX. SnuggleTeX was tried: its MathML has elements that browsers no
 *       longer draw, and it does not know {@code \text}.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
