/**
 * Skipjack's Jupyter kernel beside other kernels for Java: how long a start takes, in one run. No
 * part of the product; {@code mvn -Pkernels} compiles and runs it.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Kernels are started as Jupyter starts them, by the command of their {@code kernel.json};
 *       ours is installed by {@code ./skipjack kernel install} first.
 *   <li>All take turns in rounds, so that a neighbor's work hits all alike; ratios are taken within
 *       a round.
 *   <li>The clock runs from the start of the process to the reply to {@code kernel_info_request},
 *       and to the reply to the first cell, {@code 1 + 1}. A warm cell is the median of 20 more.
 *   <li>rapaio-jupyter-kernel comes from Maven. JJava, IJava's continuation, publishes its kernel
 *       as an archive beside its source: {@code --beside JJava=DIR} names the folder with its
 *       {@code kernel.json}, and so any other kernel can take part.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.peers.kernels;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
