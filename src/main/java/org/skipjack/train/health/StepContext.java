package org.skipjack.train.health;

/**
 * When something happens in a training.
 *
 * @param epoch from 1
 * @param iteration the number of updates that were made before
 * @param learningRate of the update at hand, or of the last one
 */
public record StepContext(int epoch, long iteration, double learningRate) {}
