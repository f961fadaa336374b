/**
 * Skipjack beside what else runs a residual net from Java, and beside PyTorch: one net, one batch
 * size, one machine, one run. No part of the product; {@code mvn -Pbench} compiles and runs it.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The net is that of He et al. 2015 (arXiv:1512.03385, §4.2) with option B shortcuts, which
 *       every library can express; each library builds it in its own words and its usual layout.
 *   <li>Every contestant runs in a process of its own, and all take turns in rounds, so that a
 *       neighbor's work hits all alike. A ratio is taken within a round.
 *   <li>A peer is given its batch as an array in memory; ours decodes bytes in every step, as
 *       {@code skipjack bench} does.
 *   <li>Ours runs as the launcher runs it, so with {@code GOMP_SPINCOUNT=5000}; the others are left
 *       as they come, which suits them on a quiet machine. On a busy one set it for all.
 *   <li>SameDiff has two rows: trained by its own {@code fit}, with batch normalization written
 *       out, since its own has no gradient; and our engine on it.
 *   <li>PyTorch's nets are written in Python, {@code src/peers/python/resnet.py}; nothing but
 *       PyTorch is needed for them.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.peers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
