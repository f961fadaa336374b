package org.skipjack.train;

/**
 * A training that was carried out.
 *
 * @param training what was asked for
 * @param history what happened
 * @param model the net as it was after the last update
 * @param complete false if an interrupt stopped it before its last epoch
 */
public record Run(Training training, History history, TrainedNet model, boolean complete) {}
