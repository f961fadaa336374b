/**
 * The language: {@code Net}, sealed {@code Layer}, options, and the papers' families of nets.
 *
 * <p>A {@link org.skipjack.net.Net} is a value: every word of the language returns a new net, so a
 * notebook cell can be run twice and a prefix can be shared. Nothing here knows a shape, an array
 * or an engine; {@code org.skipjack.graph} gives a net its meaning.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>{@code residual} adds, and that is all it does: H(x) = F(x) + x (He et al. 2015, eq. 1). An
 *       activation after the addition is a {@code relu()} after the block, one before it stands
 *       inside. One word so covers the original order, the pre-activation order and every other.
 *   <li>{@link org.skipjack.net.Net#plain()} turns each residual block into a plain block of the
 *       same layers. The block stays as a group, so that each layer keeps its path, and with it its
 *       draw of initial weights.
 *   <li>A block is a function from net to net, {@link org.skipjack.net.Blocks} or anyone's own; the
 *       papers' orders of activation are values ({@link org.skipjack.net.ActivationOrder}), and the
 *       families are stages of such blocks.
 *   <li>A layer is a {@link org.skipjack.net.LayerCall}: a word, what stands in its parentheses,
 *       and nothing that is a default. Text and JSON are two ways to write calls, and {@link
 *       org.skipjack.net.LayerRegistry} says once what each word takes.
 *   <li>A new layer is a record in {@link org.skipjack.net.Layer}, a word in {@link
 *       org.skipjack.net.Net}, a row in {@link org.skipjack.net.LayerRegistry} and in {@link
 *       org.skipjack.net.LayerCalls}; an operation in {@code org.skipjack.graph}, to which {@code
 *       Lowering} leads; a method in each engine and in the tests' reference; and a row in the
 *       engines' table of nets. The compiler names what is missing, but the last.
 *   <li>The text form of a net is the language itself, {@code net().conv(16).batchNorm()}: it can
 *       be read, compared line by line, pasted into a notebook, and parsed without a compiler. A
 *       lambda cannot travel; this does.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.net;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
