package org.skipjack.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.Seed;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.statistics.SeveralTests;
import org.skipjack.experiment.store.PlanList;
import org.skipjack.net.Net;
import org.skipjack.report.Report;
import org.skipjack.train.recipe.Schedule;

/** Plans that results could have suggested. */
class EarlierPlansTest {
  private static final Net NET = Net.net().globalAvgPool().dense(10);

  @TempDir private Path folder;

  private Comparison comparison() {
    return Comparison.of(
            Variant.of("a", NET), Variant.of("b", NET).recipe(r -> r.withBatchSize(25)))
        .on(Small.data())
        .recipe(Small.RECIPE.withEpochs(1))
        .in(folder);
  }

  private static String sentences(ComparisonResult result) {
    return String.join("\n", result.conclusions());
  }

  private static Claim.Statement claim() {
    return new Claim.Side(Metric.TRAINING_ERROR, "a").above("b");
  }

  private static void assertBeforehand(ComparisonResult result) {
    assertThat(sentences(result)).doesNotContain("beforehand:").doesNotContain("plans.jsonl");
    assertThat(page(result)).contains("was fixed beforehand: the store&#39;s list has it");
  }

  private static String page(ComparisonResult result) {
    return Report.of(result).html().replace("&#x27;", "&#39;").replace("'", "&#39;");
  }

  private static void assertSaid(ComparisonResult result, String... words) {
    assertThat(sentences(result)).contains(words).contains("was not fixed beforehand: ");
    assertThat(result.toString().replaceAll("\\s+", " ")).contains(words);
    assertThat(page(result))
        .contains("was not fixed beforehand: ")
        .doesNotContain("was fixed beforehand: ");
  }

  @Test
  void fixed_seeds_and_then_a_rule() {
    assertBeforehand(comparison().seeds(3).run());

    assertSaid(
        comparison().until(StoppingRule.of(3, 5)).run(),
        "This is plan number 2 of these nets in its store",
        "there were results of seeds 1, 2, 3",
        "Its rule came after seeds that were fixed",
        "with a chance of about ",
        "%, not 5 %");
  }

  @Test
  void a_rule_that_goes_on_where_another_ended() {
    assertBeforehand(comparison().until(StoppingRule.of(2, 3)).run());
    assertSaid(
        comparison().until(StoppingRule.of(2, 4)).run(), "Its rule goes on where another ended");
    assertSaid(comparison().until(StoppingRule.of(2, 5)).run(), "This is plan number 3");
  }

  @Test
  void other_seeds_and_again_others() {
    assertBeforehand(comparison().seeds(1, 2, 3).run());
    assertSaid(
        comparison().seeds(4, 5, 6).run(), "Its seeds are other ones", "a chance of about 10 %");
    assertSaid(
        comparison().seeds(7, 8, 9).run(), "This is plan number 3", "a chance of about 14 %");
  }

  @Test
  void the_best_of_seeds_that_have_finished() {
    assertBeforehand(comparison().seeds(6).run());
    assertSaid(
        comparison().seeds(2, 3, 5).run(),
        "Its 3 seeds were chosen from 6 that had results",
        "a chance of about 5");
  }

  @Test
  void a_claim_that_was_added() {
    assertBeforehand(comparison().seeds(2).run());
    assertSaid(
        comparison().seeds(2).claim("as we always said", claim()).run(),
        "Its claim “training error: a − b > 0” was added since",
        "What level all of them have together is not known.");
  }

  @Test
  void a_claim_that_was_left_out_and_more_seeds() {
    Comparison both = comparison().claim("one", claim()).claim("two", other());
    assertBeforehand(both.seeds(2).run());
    assertSaid(
        comparison().claim("one", claim()).seeds(4).run(),
        "Its seeds are some that had results and some that were added",
        "the claim “test error: b − a > 0” was left out");
  }

  private static Claim.Statement other() {
    return new Claim.Side(Metric.TEST_ERROR, "b").above("a");
  }

  @Test
  void nets_of_a_larger_comparison() {
    Comparison three =
        Comparison.of(
                Variant.of("a", NET),
                Variant.of("b", NET).recipe(r -> r.withBatchSize(25)),
                Variant.of("c", NET).recipe(r -> r.withSchedule(Schedule.constant(0.01))))
            .on(Small.data())
            .recipe(Small.RECIPE.withEpochs(1))
            .in(folder);
    assertBeforehand(three.seeds(2).run());
    assertSaid(comparison().seeds(2).run(), "Before, other nets were compared beside these");
  }

  @Test
  void the_same_plan_again_is_no_other_look_whatever_its_words() {
    assertBeforehand(comparison().seeds(2).claim("one", claim()).run());
    assertBeforehand(comparison().seeds(2).claim("one", claim()).run());
    assertBeforehand(comparison().seeds(2).claim("other words", claim()).question("why?").run());
  }

  @Test
  void a_plan_that_was_changed_before_any_run_is_fixed_beforehand() {
    Path plan = comparison().seeds(2).register();
    assertThat(plan).exists();
    assertBeforehand(comparison().seeds(3).run());
  }

  @Test
  void a_list_that_was_removed_is_missed() throws IOException {
    assertBeforehand(comparison().seeds(2).run());
    Files.delete(folder.resolve(PlanList.FILE));

    ComparisonResult result = comparison().seeds(2).run();

    assertThat(sentences(result))
        .contains("Results of seeds 1, 2 were there before this plan")
        .contains("nothing shows that this plan was fixed beforehand");
    assertThat(page(result)).doesNotContain("was fixed beforehand: ");
  }

  @Test
  void a_line_that_was_cut_off_is_missed() throws IOException {
    assertBeforehand(comparison().seeds(2).run());
    var unused = comparison().seeds(4, 5).run();
    lines(0);

    assertThat(sentences(comparison().seeds(4, 5).run()))
        .contains("Results of seeds 4, 5 were there before this plan");
  }

  @Test
  void a_line_that_was_taken_out_or_edited_is_damage() throws IOException {
    var first = comparison().seeds(2).run();
    var second = comparison().seeds(4, 5).run();
    List<String> whole = Files.readAllLines(folder.resolve(PlanList.FILE));
    lines(1);
    assertThat(sentences(comparison().seeds(4, 5).run())).contains("is damaged or was edited");

    Files.write(
        folder.resolve(PlanList.FILE),
        List.of(whole.get(0), whole.get(1).replace("\"seen\":[1,2]", "\"seen\":[]"), ""));
    assertThat(sentences(comparison().seeds(4, 5).run())).contains("is damaged or was edited");
    assertThat(first.seeds()).isEqualTo(second.seeds());
  }

  private void lines(int kept) throws IOException {
    Path file = folder.resolve(PlanList.FILE);
    Files.write(file, List.of(Files.readAllLines(file).get(kept)));
  }

  @Test
  void levels_are_those_that_are_known() {
    List<SeveralTests.Test> independent =
        IntStream.range(0, 3)
            .mapToObj(i -> new SeveralTests.Test(List.of(3 * i, 3 * i + 1, 3 * i + 2), 0.05))
            .toList();
    assertThat(SeveralTests.level(independent, Seed.of(1).random()))
        .isCloseTo(1 - Math.pow(0.95, 3), within(0.006));

    List<SeveralTests.Test> ofSix = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      for (int j = i + 1; j < 6; j++) {
        for (int k = j + 1; k < 6; k++) {
          ofSix.add(new SeveralTests.Test(List.of(i, j, k), 0.05));
        }
      }
    }
    assertThat(SeveralTests.level(ofSix, Seed.of(1).random())).isCloseTo(0.51, within(0.02));
  }
}
