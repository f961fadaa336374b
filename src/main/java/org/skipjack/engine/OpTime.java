package org.skipjack.engine;

/**
 * The time that one operation of a program took, alone.
 *
 * @param name what it does and for which node, such as {@code convolution stage1/block1/conv1}
 * @param implementation what carried it out, as the engine's library calls it
 * @param nanos that passed
 */
public record OpTime(String name, String implementation, long nanos) {}
