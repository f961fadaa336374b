package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is written, and shown, before any of its runs. */
class RegisteredPlanTest {
  @TempDir private Path folder;

  private Path store() {
    return folder.resolve("store");
  }

  private Command compare(String... more) throws IOException {
    Path narrow = Files.writeString(folder.resolve("narrow.jsh"), net(4));
    Path wide = Files.writeString(folder.resolve("wide.jsh"), net(6));
    List<String> all =
        new ArrayList<>(List.of("compare", narrow.toString(), wide.toString(), "--data", "shapes"));
    all.addAll(List.of("--limit", "60", "--epochs", "1", "--seeds", "2", "--threads", "1"));
    all.addAll(List.of("--out", store().toString()));
    all.addAll(List.of(more));
    return Command.run(all.toArray(String[]::new));
  }

  private static String net(int filters) {
    return "net().conv(%s).relu().globalAvgPool().dense(10)".formatted(filters);
  }

  private Path plan() throws IOException {
    try (Stream<Path> files = Files.list(store())) {
      return files
          .filter(file -> file.toString().matches(".*plan-.*json"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Path report() {
    return store().resolve("report.html");
  }

  @Test
  void it_is_shown_without_a_run_and_the_report_and_verify_say_that_the_runs_are_of_it()
      throws IOException {
    Command registered = compare("--plan-only");
    assertThat(registered.code()).as(registered.err()).isZero();
    assertThat(registered.out()).contains("Pre-registered: the plan of SHA-256 ", "See " + plan());
    String digest = registered.out().replaceAll("(?s).*plan      SHA-256 (\\S+).*", "$1");
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(store()).isDirectoryNotContaining("glob:**seed*");

    Command compared = compare("--plan", plan().toString());
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(Files.readString(report()))
        .contains("Pre-registered: the plan of SHA-256 " + digest);
    Command verified = Command.run("verify", report().toString(), "--quick");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("ok  order of plans");
  }

  @Test
  void another_comparison_is_refused_before_it_runs() throws IOException {
    assertThat(compare("--plan-only").code()).isZero();

    Command other = compare("--plan", plan().toString(), "--weight-decay", "0.01");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .contains("is another plan than this comparison has", "there, SHA-256", "here, SHA-256")
        .contains("Fix: the arguments that the plan was written with, or no --plan");
    assertThat(report()).doesNotExist();
  }

  @Test
  void a_file_that_is_no_plan_any_more_is_refused() throws IOException {
    assertThat(compare("--plan-only").code()).isZero();
    Path plan = plan();

    Command missing = compare("--plan", folder.resolve("none.json").toString());
    assertThat(missing.err()).contains("there is no file " + folder.resolve("none.json"), "Fix: ");
    Files.writeString(plan, Files.readString(plan).replace("conv(6)", "conv(5)"));
    Command changed = compare("--plan", plan.toString());
    assertThat(changed.err()).contains("it was changed since it was written", "Fix: ");
    assertThat(List.of(missing.code(), changed.code())).containsOnly(2);
  }

  @Test
  void a_plan_that_is_written_after_its_results_is_not_said_to_be_beforehand() throws IOException {
    assertThat(compare().code()).isZero();
    assertThat(Files.readString(report())).contains("was fixed beforehand");
    Files.delete(store().resolve("plans.jsonl"));

    Command late = compare("--plan-only");

    assertThat(late.code()).isZero();
    assertThat(late.out()).contains("It is not fixed beforehand").doesNotContain("Pre-registered");
    Command verified = Command.run("verify", report().toString(), "--quick");
    assertThat(verified.code()).as(verified.out()).isEqualTo(1);
    assertThat(verified.out()).contains("NO  order of plans");
  }
}
