package org.skipjack.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.RunResult;

/**
 * Holds what a report says of its plan against what the program makes of one: the levels of its
 * rule, the looks that it took, and that its runs are all there and as long as their recipe.
 */
final class PlanCheck {
  private static final double ONE_IMAGE = 1e-6;

  private final ReportData data;
  private final ExperimentPlan experimentPlan;
  private final CheckList checkList;

  PlanCheck(ReportData data, CheckList checkList) {
    this.data = data;
    this.experimentPlan = data.plan();
    this.checkList = checkList;
  }

  void check() {
    new PlanWords(experimentPlan, checkList).check();
    ComparisonResult result = data.result();
    boolean canonical = ReportData.of(result).equals(data);
    checkList.add(
        canonical,
        "data",
        canonical
            ? "as a report writes them: each run once, each environment that of a run"
            : "not as a report writes them: a run or an environment is there that nothing uses, or out of its order");
    if (experimentPlan.seeds() instanceof Seeds.UntilDecided until) {
      rule(until);
    }
    runs(result);
    data.runs().forEach(this::form);
  }

  /** A rule is made anew from its looks, and with it all levels. */
  private void rule(Seeds.UntilDecided until) {
    Seeds again =
        new StoppingRule(
                until.metric(), until.rule().first(), until.rule().last(), until.rule().step())
            .seeds(experimentPlan.pairs().of(experimentPlan.arms()).size());
    boolean same = again.equals(until);
    checkList.add(
        same,
        "levels of the rule",
        same
            ? "as its looks give them"
            : "not those of its looks, which are of level %s, %s each; the report says %s, %s"
                .formatted(
                    ((Seeds.UntilDecided) again).rule().level(),
                    ((Seeds.UntilDecided) again).rule().nominalLevel(),
                    until.rule().level(),
                    until.rule().nominalLevel()));
    for (int look : until.looks()) {
      if (look < data.seeds() && same && after(look).complete()) {
        checkList.add(
            false,
            "looks of the rule",
            String.format(
                Locale.ROOT,
                "it was decided after %d seeds, where the rule ends; the report has %d",
                look,
                data.seeds()));
        return;
      }
    }
  }

  /** The result at an earlier look. */
  private ComparisonResult after(int look) {
    List<Long> seeds =
        experimentPlan
            .seeds()
            .all()
            .subList(0, Math.min(look, experimentPlan.seeds().all().size()));
    Map<String, Map<Long, RunResult>> runs = new LinkedHashMap<>();
    data.result()
        .arms()
        .forEach(
            arm -> {
              Map<Long, RunResult> own = new LinkedHashMap<>(arm.runs());
              own.keySet().retainAll(seeds);
              runs.put(arm.name(), own);
            });
    return ComparisonResult.of(experimentPlan, look, runs, data.history());
  }

  private void runs(ComparisonResult result) {
    boolean complete = result.complete();
    checkList.add(
        complete,
        "runs",
        String.format(
            Locale.ROOT,
            complete
                ? "all %d that the plan asks for are there"
                : "%d are there, not those that the plan asks for",
            data.runs().size()));
  }

  private void form(ReportData.Run run) {
    Arm arm = experimentPlan.arm(run.arm());
    Trial trial = experimentPlan.trial(arm, run.seed());
    int asked = trial.epochs();
    int there = run.epochs().size();
    boolean finished =
        run.status() == RunResult.Status.COMPLETE
            ? trial.endsWith(run.history())
            : run.status() == RunResult.Status.DIVERGED && there < asked;
    if (!finished) {
      checkList.add(
          false,
          run.title(),
          String.format(Locale.ROOT, "%s after %d of %d epochs", run.status(), there, asked));
    }
    for (int i = 0; i < there; i++) {
      ReportData.Epoch epoch = run.epochs().get(i);
      double images = epoch.test().error() * experimentPlan.data().test().images();
      if (epoch.epoch() != i + 1 || Math.abs(images - Math.rint(images)) > ONE_IMAGE) {
        checkList.add(
            false,
            run.title(),
            String.format(
                Locale.ROOT,
                "the epoch in place %d is said to be number %d, with %s test images wrong",
                i + 1,
                epoch.epoch(),
                images));
        return;
      }
    }
  }
}
