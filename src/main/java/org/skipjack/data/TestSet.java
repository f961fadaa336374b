package org.skipjack.data;

/**
 * The images that a net is judged by. Nothing is chosen on them: what is chosen for its error on
 * some images does better on these than on others.
 *
 * @param images the images
 */
public record TestSet(Dataset images) implements SplitPart {}
