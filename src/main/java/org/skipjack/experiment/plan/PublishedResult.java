package org.skipjack.experiment.plan;

import java.util.List;
import java.util.Optional;

/**
 * A published result for the net of an arm: on CIFAR-10, by the recipe of He et al. 2015, unless
 * the source says otherwise.
 *
 * @param source who, and where it is written
 * @param text the test error as it is printed there, in per cent
 * @param testError the same as a share in [0, 1]; empty where the source gives none, as for "fail"
 */
public record PublishedResult(String source, String text, Optional<Double> testError) {

  /** A printed error in per cent. */
  public static PublishedResult of(String source, String percent) {
    return new PublishedResult(source, percent, Optional.of(Double.parseDouble(percent) / 100));
  }

  /** An error that a paper calls a failure: above 20 % in He et al. 2016. */
  public static PublishedResult fail(String source) {
    return new PublishedResult(source, "fail", Optional.empty());
  }

  /** The sources of some arms, each once. */
  public static List<String> sources(List<Arm> arms) {
    return arms.stream()
        .flatMap(arm -> arm.published().stream())
        .map(PublishedResult::source)
        .distinct()
        .toList();
  }
}
