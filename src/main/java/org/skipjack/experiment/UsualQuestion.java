package org.skipjack.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.DataReference;

/** The question of a comparison that was given none. */
public final class UsualQuestion {
  private UsualQuestion() {}

  /** For example {@code "Which has the lower error on shapes16: plain20, resnet20?"}. */
  public static String of(List<Arm> arms, DataReference data) {
    List<String> axes =
        arms.stream().flatMap(arm -> arm.place().keySet().stream()).distinct().toList();
    if (arms.size() == 1) {
      return "What is the error of %s on %s?".formatted(arms.get(0).name(), data.name());
    }
    return axes.isEmpty()
        ? "Which has the lower error on %s: %s?"
            .formatted(data.name(), arms.stream().map(Arm::name).collect(Collectors.joining(", ")))
        : "How does the error on %s depend on %s?".formatted(data.name(), String.join(", ", axes));
  }
}
