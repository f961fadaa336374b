package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
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
        .contains("./skipjack verify FILE --out DIR")
        .doesNotContain("skipjack compare")
        .doesNotContain(out.toString());
    Command verified = Command.run("verify", report.toString());
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(verified.out()).contains("The report holds.");

    assertCites(report);
    assertCounts(report);

    Files.writeString(report, page.replaceFirst("(<td>2</td><td>)[0-9.]+", "$110.00"));
    Command edited = Command.run("verify", report.toString(), "--quick");
    assertThat(edited.code()).isEqualTo(1);
    assertThat(edited.out())
        .contains("NO  seal", "NO  text and tables", "The report does not hold.");
  }

  /** Only first epochs, and the page stays what it was but for the verdicts. */
  private void assertCounts(Path report) throws IOException {
    Path copy = Files.copy(report, folder.resolve("copy.html"));
    Path ledger = folder.resolve("verdicts.jsonl");
    Command counted =
        Command.run(
            "verify", report.toString(), copy.toString(), "--quick", "--into", ledger.toString());
    assertThat(counted.code()).as(counted.out() + counted.err()).isZero();
    assertThat(counted.out())
        .contains("copy.html:", "Reports of one plan: 1.", "only first epochs were made again")
        .contains("See " + ledger);
    assertThat(Files.readAllLines(ledger)).hasSize(1);
    Command carried =
        Command.run(
            "verify",
            copy.toString(),
            "--quick",
            "--with",
            ledger.toString(),
            "--into",
            copy.toString());
    assertThat(carried.code()).as(carried.out() + carried.err()).isZero();
    assertThat(Files.readString(copy)).contains("<td>this one</td>");
    assertThat(Command.run("cite", copy.toString()).out())
        .isEqualTo(Command.run("cite", report.toString()).out());
  }

  private void assertCites(Path report) throws IOException {
    Command cited = Command.run("cite", report.toString());
    assertThat(cited.out()).contains("\nreport    SHA-256 ", "\nclaims    ", "\nfound     ");
    Command bibtex = Command.run("cite", report.toString(), "--bibtex");
    assertThat(bibtex.out()).contains("@misc{skipjack-");
    Path table = folder.resolve("table.csv");
    Command written = Command.run("cite", report.toString(), "--write", table.toString());
    assertThat(written.out()).isEqualTo("See %s%n".formatted(table));
    assertThat(Files.readString(table)).startsWith("net,parameters,").contains("\r\n" + NET + ",");
    Command both = Command.run("cite", report.toString(), "--csv", "--latex");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("mutually exclusive", "Fix: ");
    Command none = Command.run("cite", folder.resolve("none.html").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("none.html cannot be read", "Fix: ");
  }

  @Test
  void a_papers_table_is_compared_at_a_size_of_ones_own() throws IOException {
    Path out = folder.resolve("out");

    Command compared =
        Command.run(
            "compare",
            "--paper",
            "he2016-table2",
            "--depths",
            "8",
            "--width",
            "2",
            "--data",
            "shapes",
            "--limit",
            "60",
            "--iterations",
            "2",
            "--batch-size",
            "20",
            "--seeds",
            "1",
            "--schedule",
            "constant",
            "--threads",
            "1",
            "--out",
            out.toString());

    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("full pre-activation depth 8");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<th>case</th>", "<td>ReLU before addition</td>", "onednn, 1 thread, fp32");
  }

  @Test
  void data_that_was_read_in_a_way_of_ones_own_is_read_in_that_way_to_verify() throws IOException {
    Path images = Files.createDirectory(folder.resolve("photos"));
    for (int i = 0; i < 40; i++) {
      Path one = Files.createDirectories(images.resolve("class " + i % 2));
      BufferedImage image = new BufferedImage(12, 10, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i % 12, i % 10, 0xff00ff << i % 8);
      assertThat(ImageIO.write(image, "png", one.resolve(i + ".png").toFile())).isTrue();
    }
    String net = "net().conv(2).batchNorm().relu().globalAvgPool().dense(2)";
    Path out = folder.resolve("out");

    Command compared =
        Command.run(
            ("compare " + net + " --data " + images + " --size 8x9 --test-fraction 0.3")
                .concat(
                    " --split-seed 5 --validation 6 --limit 24 --epochs 1 --seeds 1 --out " + out)
                .split(" ", -1));
    assertThat(compared.code()).as(compared.err()).isZero();
    String report = out.resolve("report.html").toString();

    assertThat(Files.readString(out.resolve("report.html"))).contains("\"word\": \"photos\"");
    Command lost = Command.run("verify", report);
    assertThat(lost.code()).isEqualTo(1);
    assertThat(lost.err()).contains("no name that gets it again", "Fix: say where it is, --data");
    Command verified = Command.run("verify", report, "--data", images.toString());
    assertThat(verified.out()).contains("The report holds.");
    assertThat(verified.code()).isZero();
  }

  @Test
  void every_combination_of_some_axes_is_compared() {
    Command compared =
        Command.run(
            "compare",
            "--vary",
            "net=residual,plain",
            "--vary",
            "width=1,2",
            "--vary",
            "depth=8",
            "--vary",
            "shortcut=projection",
            "--vary",
            "learning-rate=0.1",
            "--data",
            "shapes",
            "--limit",
            "40",
            "--epochs",
            "1",
            "--seeds",
            "1",
            "--out",
            folder.resolve("out").toString());

    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("residual width 1 depth 8 projection learning rate 0.1", "plain width 2");
  }

  @Test
  void wrong_usage_says_what_would_be_right() {
    assertThat(Command.run("compare", "--data", "shapes").err())
        .contains("expected nets, --vary or --paper, got none of them", "--paper he2016-table2");
    assertThat(Command.run("compare", NET, "--paper", "he2016-table2", "--data", "shapes").err())
        .contains("got several of them");
    assertThat(Command.run("compare", "--vary", "height=2", "--data", "shapes").err())
        .contains("the axis is \"height=2\"", "names are batch-size, depth, learning-rate, net");
    assertThat(Command.run("compare", "--vary", "depth=two", "--data", "shapes").err())
        .contains("expected numbers with commas between");
    assertThat(Command.run("compare", "--vary", "order=none", "--data", "shapes").err())
        .contains("the axis order has no value \"none\"", "fullPreActivation");
    assertThat(Command.run("compare", NET, "--width", "2", "--data", "shapes").err())
        .contains("--depths and --width are of a table");
    assertThat(Command.run("compare", "--paper", "table9", "--data", "shapes").err())
        .contains("there is no table \"table9\"", "Fix: one of he2015-table6, he2016-table1");
    assertThat(compare("--claim", "a is better").err())
        .contains("the claim is \"a is better\"", "Fix: --claim \"training plain56 > plain20\"");
    assertThat(compare("--claim", "test plain20 > resnet20", "--out", folder.toString()).err())
        .contains("there is no arm called \"plain20\"");
    for (String wrong : List.of("training a = b", "test a > b within 0.5", "test a = b by 1")) {
      assertThat(compare("--claim", wrong).err())
          .contains("the claim is \"" + wrong, "or \"test a = b within 0.5\" for half a point");
    }
    assertThat(compare("--claim", "test a = b within 0.5").err())
        .contains("there is no arm called \"a\"");
    assertThat(compare("--claim", "test a = b within 0").err())
        .contains("a claim of equal errors has a margin of 0 points");
    assertThat(compare("--claim", "test a > b by 1.2.3").err())
        .contains("there is no arm called \"a\"");
    assertThat(compare("--until-decided", "4").err())
        .contains("--seeds and --until-decided both say how many seeds.", "Fix: ");
    assertThat(compare("--resume", "--out", folder.resolve("none").toString()).err())
        .contains("there is nothing to go on with in ");
    assertThat(Command.run("verify", folder.resolve("no.html").toString()).err())
        .contains("no.html cannot be read.", "Fix: name the report.html");
    assertThat(Command.run("compare", NET, NET, "--data", "shapes", "--limit", "60").err())
        .contains("expected one or more names that differ");
  }
}
