package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.skipjack.kernel.compat.Conversation;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.compat.Result;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.evaluation.Startup;

/**
 * What a person writes first, who comes from Keras, PyTorch, fastai or Tribuo: it works, or the
 * answer names the words that do. The lines were written before anybody looked whether they work.
 */
class NaturalLinesTest {
  private static NotebookKernel kernel;
  private static int number;

  @BeforeAll
  static void start() {
    kernel = NotebookKernel.open(new Silence(), Conversation.NONE, Session.open(Startup.script()));
    for (String line :
        List.of(
            "var data = shapes();",
            "Net a = net().conv(4).relu().globalAvgPool().dense(10);",
            "var training = train(a).on(data).epochs(1).batchSize(500);",
            "var run = training.iterations(1).run();",
            "var model = run.model();")) {
      assertThat(run(line).failure()).as(line).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Result run(String code) {
    return kernel.run(new Cell(++number, code));
  }

  /** {@code ok}, or what the value or the error has to say. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "natural-lines.csv", delimiter = '|', quoteCharacter = '`')
  void what_is_written_first_works_or_is_answered_by_the_words_that_do(String code, String then) {
    Result result = run(code.replace("\\n", "\n"));
    String error =
        result.failure().map(Failure::traceback).orElse(List.of()).stream()
            .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
            .collect(Collectors.joining("\n"));
    if (then.startsWith("error: ")) {
      assertThat(error).contains(then.substring("error: ".length()));
      return;
    }
    assertThat(error).isEmpty();
    if (then.startsWith("note: ")) {
      assertThat(result.notes()).anyMatch(note -> note.contains(then.substring("note: ".length())));
      return;
    }
    assertThat(result.notes()).isEmpty();
    String shown = result.shown().map(Rendering::plain).orElse("");
    assertThat(shown).doesNotContainPattern("@[0-9a-f]{5,}");
    if (!then.equals("ok")) {
      assertThat(shown).contains(then);
    }
  }

  /** Nobody looks. */
  private static final class Silence implements Output {
    @Override
    public void print(Stream stream, String text) {}

    @Override
    public void display(Rendering rendering) {}

    @Override
    public void display(Rendering rendering, String id) {}

    @Override
    public void update(Rendering rendering, String id) {}

    @Override
    public void clear(boolean wait) {}

    @Override
    public String ask(String prompt, boolean password) {
      return "";
    }
  }
}
