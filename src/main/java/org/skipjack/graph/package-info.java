/**
 * The meaning of a net: {@code Graph}, {@code Node}, sealed {@code Op} with its own shape rule, the
 * lowering from net to graph, the verifier, and the costs (parameters, multiply-accumulates).
 *
 * <p>{@link org.skipjack.graph.Graph#of} meets a net with an input shape. What comes out is a list
 * of typed operations in the order in which they run, each with its shape, the parameters it owns
 * and the place in the user's net that it came from. Engines read shapes from the graph and never
 * work them out again; each rule is written once, in {@link org.skipjack.graph.Op#infer}.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Shapes leave the batch out: {@code [N, 64, 32, 32]} is channels, height and width. Layout
 *       is NCHW everywhere.
 *   <li>Sugar does not survive the lowering: no residual, no block, no repeat; only operations. A
 *       residual block becomes its body, at most two nodes for its shortcut, and an {@link
 *       org.skipjack.graph.Op.Add}.
 *   <li>A node is called by its path in the net, {@code stage1/block2/conv1}; a parameter by its
 *       node's path and its role, {@code stage1/block2/conv1/weight}. Residual blocks and plain
 *       ones number alike, so a net and its plain twin share the paths of the layers that both
 *       have.
 *   <li>Every wrong shape is found here, before anything runs, and said in the user's words ({@link
 *       org.skipjack.graph.ShapeErrors}).
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
