package org.skipjack.kernel.wire;

/**
 * A line of text that the user is asked for.
 *
 * @param prompt what is shown beside the field
 * @param password whether what is typed is hidden
 */
public record InputPrompt(String prompt, boolean password) {}
