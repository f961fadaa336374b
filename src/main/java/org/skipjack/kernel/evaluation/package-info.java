/**
 * From the text of a cell to what came of it: its value, or an error that teaches.
 *
 * <p>A {@link org.skipjack.kernel.evaluation.Session} holds what the cells of one notebook
 * declared; it divides a {@link org.skipjack.kernel.evaluation.Cell} into {@link
 * org.skipjack.kernel.evaluation.CellPart pieces}, hands them to JShell one by one, and answers
 * with an {@link org.skipjack.kernel.evaluation.Outcome}.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A cell is divided before any of it runs, so a bracket that is missing at its end is told at
 *       once, not after an hour of training.
 *   <li>The value of a cell is that of its last piece, if that is an expression and no assignment;
 *       a semicolon makes no difference, since Java needs it.
 *   <li>An import, a method or a type that stands there already, letter by letter, is not declared
 *       again: a cell that is run twice changes nothing.
 *   <li>A result without a name is let go when it has been shown. What is to be kept gets a name.
 *   <li>Variables that JShell can no longer compile, because a method in their initializer returns
 *       another type now, are declared again by their type, with their value.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
