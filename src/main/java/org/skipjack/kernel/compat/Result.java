package org.skipjack.kernel.compat;

import java.util.List;
import java.util.Optional;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Failure;

/**
 * What came of a cell, as it is shown.
 *
 * @param shown its value; an interrupted cell may have one, and a failure too
 * @param failure why it ended early
 * @param notes what else the user should know, a line each
 */
public record Result(Optional<Rendering> shown, Optional<Failure> failure, List<String> notes) {}
