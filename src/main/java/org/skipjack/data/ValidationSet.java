package org.skipjack.data;

/**
 * The images on which choices are made: which epoch is the best, and when to stop. No update sees
 * them.
 *
 * @param images the images
 */
public record ValidationSet(Dataset images) implements SplitPart {}
