/**
 * Notebooks as files: read, given parameters, run without Jupyter, and written with what came of
 * it.
 *
 * <p>A {@link org.skipjack.kernel.notebook.NotebookRun} evaluates cells as the kernel does, by the
 * same {@code lineage} and {@code evaluation}; only what hears the requests is missing. A script is
 * a notebook too ({@link org.skipjack.kernel.notebook.Script}).
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>What is not understood stays: metadata and attachments of a file are carried over.
 *   <li>Files are written as Jupyter writes them, keys sorted and text in lines, so that a
 *       difference between two of them shows what differs.
 *   <li>Parameters are assigned in a cell behind the one that declares them, as papermill does. An
 *       assignment keeps the declared type, so a value that does not fit is refused before anything
 *       runs.
 *   <li>The notebook is written after each cell: a process that is killed leaves what it had.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.notebook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
