/**
 * The Jupyter kernel: notebooks in Java with the language at hand.
 *
 * <p>{@link org.skipjack.kernel.Kernel} joins what the packages below do: {@code wire} hears
 * requests, {@code evaluation} and {@code execution} run cells, {@code assist} helps while they are
 * written, with what {@code documentation} finds, {@code display} shows what they give, {@code
 * lineage} is what libraries written for IJava and JJava see of it, {@code install} puts it where
 * Jupyter looks. {@link org.skipjack.kernel.KernelMain} is the process that Jupyter starts.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Cells run in the order of their requests on a thread of their own. What only asks,
 *       completion or documentation for one, is answered beside a cell that takes long, so that the
 *       next cell can be written during a training; for a short while it waits for its turn,
 *       because it may ask for what the cell declares.
 *   <li>What a thread prints belongs to the cell that started it, also when that cell has ended.
 *       The threads of a pool belong to no cell: they print into the one that runs.
 *   <li>A cell that fails or is stopped takes with it what was queued behind it: those requests are
 *       answered {@code aborted}. Before that the kernel waits 20 ms, because what a client sent at
 *       once may still be on its way.
 *   <li>Nothing of a notebook's content reaches a log.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
