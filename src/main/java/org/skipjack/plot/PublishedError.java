package org.skipjack.plot;

/**
 * A published test error, drawn next to ours in a {@link DegradationChart}.
 *
 * @param source who published it
 * @param family the family of nets that it is of
 * @param depth layers with weights
 * @param testError share in [0, 1]
 */
public record PublishedError(String source, String family, int depth, double testError) {
  /**
   * Checks the error.
   *
   * @throws IllegalArgumentException if it is not a share
   */
  public PublishedError {
    ChartErrors.checkShare("the test error of %s by %s".formatted(family, source), testError);
  }
}
