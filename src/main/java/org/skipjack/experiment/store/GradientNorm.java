package org.skipjack.experiment.store;

/**
 * The norm of a gradient.
 *
 * @param iteration the update that it was taken for, from 1
 * @param norm the Euclidean norm of the gradient of all parameters, before it was clipped
 */
public record GradientNorm(long iteration, double norm) {}
