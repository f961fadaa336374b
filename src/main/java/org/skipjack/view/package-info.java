/**
 * What a person sees of a net: summary, diagram, explanation and difference, each as text and HTML.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A {@link org.skipjack.view.View} is text, and a piece of HTML that stands alone: without
 *       scripts, without anything fetched, in the colors of the page around it, so that it reads on
 *       white and on black. A notebook and a report put the same piece into their page.
 *   <li>All views read one tree, {@link org.skipjack.view.Part}: the net's layers and groups as the
 *       user wrote them, with what the graph says of each. Equal neighbors are folded by one rule,
 *       {@link org.skipjack.view.Folding}.
 *   <li>A diagram is laid out here and not by Graphviz: a net of blocks is a column with arcs at
 *       its side, and that needs no graph drawing.
 * </ul>
 *
 * <p>The diagrams of plain-20 beside ResNet-20, of the pre-activation net of depth 164, and of
 * ResNet-50:
 *
 * <p><img src="doc-files/plain20-resnet20.svg" alt="plain-20 and ResNet-20 side by side"> <img
 * src="doc-files/preact164.svg" alt="pre-activation ResNet-164"> <img
 * src="doc-files/imagenet-resnet50.svg" alt="ResNet-50">
 *
 * <p>The build draws them, as {@code skipjack summary plain20 --beside resnet20 --write
 * plain20-resnet20.svg} does. Whole pages, with summary, diagram and the equations of a block, are
 * written by {@code skipjack summary resnet20 --explain stage1/block1 --write resnet20.html}.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.view;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
