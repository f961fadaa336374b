package org.skipjack.data;

/**
 * The images that a net learns from, the only ones that change its weights.
 *
 * @param images the images
 */
public record TrainingSet(Dataset images) implements SplitPart {}
