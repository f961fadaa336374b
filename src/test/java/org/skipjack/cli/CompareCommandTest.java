package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String NET = "net().conv(4).batchNorm().relu().globalAvgPool().dense(10)";
  private static final String OTHER = "net().conv(6).batchNorm().relu().globalAvgPool().dense(10)";

  @TempDir private Path folder;

  private Command compare(String... more) {
    String[] arguments = {
      "compare", NET, OTHER, "--data", "shapes", "--limit", "60", "--epochs", "1", "--seeds", "2"
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Command.run(all);
  }

  @Test
  void it_leaves_store_figures_and_a_report_that_verify_passes() throws IOException {
    Path out = folder.resolve("out");

    Command compared = compare("--out", out.toString(), "--claim", "test " + NET + " > " + OTHER);

    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains(
            "training error          test error", "2 seeds", "See " + out.resolve("report.html"));
    for (String name : new String[] {"errors", "differences", "learning-rate"}) {
      assertThat(out.resolve(name + ".svg")).isNotEmptyFile();
      assertThat(out.resolve(name + ".png")).isNotEmptyFile();
      assertThat(out.resolve(name + "-dark.svg")).isNotEmptyFile();
      assertThat(out.resolve(name + "-dark.png")).isNotEmptyFile();
    }
    Path report = out.resolve("report.html");
    String page = Files.readString(report);
    assertThat(page)
        .contains("./skipjack compare &#39;net()".replace("&#39;", "'"))
        .contains("--seeds 2 --claim ")
        .doesNotContain(out.toString());
    Command verified = Command.run("verify", report.toString());
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(verified.out()).contains("The report holds.");

    Files.writeString(report, page.replaceFirst("(<td>2</td><td>)[0-9.]+", "$110.00"));
    Command edited = Command.run("verify", report.toString(), "--quick");
    assertThat(edited.code()).isEqualTo(1);
    assertThat(edited.out())
        .contains("NO  seal", "NO  text and tables", "The report does not hold.");
  }

  @Test
  void wrong_usage_says_what_would_be_right() {
    assertThat(compare("--claim", "a is better").err())
        .contains("the claim is \"a is better\"", "Fix: --claim \"training plain56 > plain20\"");
    assertThat(compare("--claim", "test plain20 > resnet20", "--out", folder.toString()).err())
        .contains("there is no arm called \"plain20\"");
    assertThat(compare("--resume", "--out", folder.resolve("none").toString()).err())
        .contains("there is nothing to go on with in ");
    assertThat(Command.run("verify", folder.resolve("no.html").toString()).err())
        .contains("no.html cannot be read.", "Fix: name the report.html");
    assertThat(Command.run("compare", NET, NET, "--data", "shapes", "--limit", "60").err())
        .contains("expected one or more names that differ");
  }
}
