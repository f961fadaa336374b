package org.skipjack.train.health;

/**
 * The position in a training: epoch, iteration and learning rate.
 *
 * @param epoch from 1
 * @param iteration the number of updates that were made before
 * @param learningRate of the update at hand, or of the last one
 */
public record StepContext(int epoch, long iteration, double learningRate) {}
