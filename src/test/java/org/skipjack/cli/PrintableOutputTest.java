package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.Variant;
import org.skipjack.report.Report;

/** No name, question or message steers the terminal: ESC, C1, CR, BEL, backspace, bidi. */
class PrintableOutputTest {
  private static final String STEERING = "\u001b[2J\u009b2J\r\u0007\b\u202e\u2066";
  private static final String NAME = "odd" + STEERING + "name";
  private static final String SHOWN = "odd?[2J?2J?????name";

  @TempDir private Path folder;

  private static void assertPrintable(String output) {
    assertThat(output).contains(SHOWN);
    assertThat(output.codePoints().boxed().toList())
        .noneMatch(
            one ->
                (Character.isISOControl(one) && one != '\n' && one != '\t')
                    || Character.getType(one) == Character.FORMAT);
  }

  @Test
  void no_command_lets_an_escape_sequence_through() throws IOException {
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    ComparisonResult result =
        Comparison.of(Variant.of(NAME, Small.PLAIN))
            .on(Small.data().take(20))
            .recipe(Small.RECIPE.withEpochs(1))
            .seeds(1)
            .question(NAME)
            .in(folder.resolve("store"))
            .watch(
                new CompareProgress(new PrintStream(progress, true, StandardCharsets.UTF_8), false))
            .run();
    Path page = folder.resolve("report.html");
    Report.of(result).save(page);

    assertPrintable(progress.toString(StandardCharsets.UTF_8));
    assertPrintable(Command.run("runs", "--in", folder.toString()).out());
    assertPrintable(Command.run("verify", page.toString(), "--quick", "--data", NAME).err());
    assertPrintable(Command.run("train", NAME, "--data", "shapes").err());
    assertPrintable(Command.run("runs", "--by", NAME).err());
    Files.writeString(page, Files.readString(page).replace("</h1>", NAME + "</h1>"));
    assertPrintable(Command.run("verify", page.toString()).out());
  }
}
