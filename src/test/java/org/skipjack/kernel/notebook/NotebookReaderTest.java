package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookReaderTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String notebook(String metadata, String cells) {
    return "{\"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {%s}, \"cells\": [%s]}"
        .formatted(metadata, cells);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"cells\": [1,, 2]}      | is not JSON (line 1, column 1               | mend that place",
        "{\"nbformat\": 4          | is not JSON                                 | mend that place",
        "``                        | is empty. | FILE.ipynb",
        "{} {}                     | is not JSON (line 1, column 5)              | mend that place",
        "[1]                       | no notebook: got a list, expected an object | FILE.ipynb",
        "{\"a\": 1, \"b\": 2}      | got a, b, expected nbformat, metadata and   | FILE.ipynb",
        "{\"nbformat\": 3}         | is of nbformat 3, and 4 is read here        | --nbformat=4",
        "{\"nbformat\": 5}         | is of nbformat 5, and 4 is read here        | save it as nbformat 4",
        "{\"nbformat\": 4}         | has no list of cells                        | save it again",
      })
  void what_is_no_notebook_is_refused_with_what_it_is(String text, String what, String fix)
      throws IOException {
    Path file = file("a.ipynb", text);
    assertThatThrownBy(() -> NotebookReader.read(file))
        .isInstanceOf(NotebookException.class)
        .hasMessageStartingWith(file + " ")
        .hasMessageContainingAll(what, "Fix: ", fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                                    | cell 2: got 1, expected an object",
        "{\"cell_type\": \"code\"}            | cell 2: got source nothing, expected a text, or",
        "{\"cell_type\": \"html\"}            | cell 2: got cell_type \"html\", expected one of",
        "{\"cell_type\": \"raw\", \"source\": [1]} | cell 2: got source a list, expected a text",
      })
  void a_wrong_cell_is_named_by_its_number(String cell, String what) throws IOException {
    Path file =
        file("a.ipynb", notebook("", "{\"cell_type\": \"raw\", \"source\": \"\"}, " + cell));
    assertThatThrownBy(() -> NotebookReader.read(file))
        .hasMessageContainingAll(file + " cannot be read: " + what, "Fix: mend that cell");
  }

  @Test
  void a_notebook_of_another_language_is_refused_by_the_name_of_its_kernel() throws IOException {
    Path file =
        file(
            "a.ipynb",
            notebook(
                "\"kernelspec\": {\"name\": \"python3\", \"display_name\": \"Python 3\", \"language\": \"python\"}",
                ""));
    assertThatThrownBy(() -> NotebookReader.read(file))
        .hasMessageContainingAll("is written in python, for the kernel Python 3", "Fix: ");
  }

  @Test
  void a_file_that_is_not_there_is_answered_by_those_that_are() throws IOException {
    Path there = file("other.ipynb", "{}");
    Path missing = there.resolveSibling("missing.ipynb");
    assertThatThrownBy(() -> NotebookReader.read(missing))
        .hasMessage(
            missing
                + " is not there."
                + System.lineSeparator()
                + "Fix: check the name; in its folder there are other.ipynb");
    assertThatThrownBy(() -> NotebookReader.read(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void what_is_not_understood_is_carried_over() throws IOException {
    Path file =
        file(
            "a.ipynb",
            notebook(
                "\"mine\": {\"b\": [1, null]}",
                """
                {"cell_type": "markdown", "metadata": {"slide": true}, "source": ["# a\\n", "b"],
                 "attachments": {"p.png": {"image/png": "AAAA"}}},
                {"cell_type": "raw", "metadata": {"raw_mimetype": "text/x"}, "source": "r"}
                """));
    JsonObject written = JsonParser.parseString(write(NotebookReader.read(file))).getAsJsonObject();
    assertThat(written.getAsJsonObject("metadata")).hasToString("{\"mine\":{\"b\":[1,null]}}");
    JsonObject text = written.getAsJsonArray("cells").get(0).getAsJsonObject();
    assertThat(text.getAsJsonObject("metadata")).hasToString("{\"slide\":true}");
    assertThat(text.getAsJsonObject("attachments"))
        .hasToString("{\"p.png\":{\"image/png\":\"AAAA\"}}");
    assertThat(text.getAsJsonArray("source")).hasToString("[\"# a\\n\",\"b\"]");
  }

  @Test
  void what_python_writes_and_json_has_not_is_read_and_stays_what_it_can() throws IOException {
    Path file =
        file(
            "a.ipynb",
            notebook(
                "\"scale\": [NaN, -Infinity, Infinity, \"NaN\"], \"half\\ud83d\": \"\\ude00\"",
                """
                {"cell_type": "code", "source": "String half = \\"\\ud83d\\";", "outputs": [
                 {"output_type": "display_data", "metadata": {"w": NaN}, "data":
                  {"text/plain": "\\ud83d NaN", "application/json": {"a": [-Infinity]}}}]}
                """));
    Path written = folder.resolve("b.ipynb");
    NotebookWriter.write(NotebookReader.read(file), written);
    assertThat(Files.readString(written))
        .contains("\"half\\ud83d\": \"\\ude00\"", "\"\\ud83d NaN\"", "\\\"\\ud83d\\\";\"")
        .containsPattern("(?s)\"scale\": \\[\\s+null,\\s+null,\\s+null,\\s+\"NaN\"\\s+]")
        .containsPattern("\"w\": null");
    assertThat(write(NotebookReader.read(written))).isEqualTo(Files.readString(written));
  }

  @Test
  void cells_without_an_id_of_their_own_get_one() throws IOException {
    String raw = "{\"cell_type\": \"raw\", \"source\": \"\", \"metadata\": {}, \"id\": \"%s\"}";
    Path file =
        file(
            "a.ipynb",
            notebook(
                "",
                String.join(
                    ", ",
                    List.of(
                        raw.formatted("same"),
                        raw.formatted("same"),
                        raw.formatted("not an id!"),
                        "{\"cell_type\": \"raw\", \"source\": \"\"}"))));
    List<String> ids = NotebookReader.read(file).cells().stream().map(NotebookCell::id).toList();
    assertThat(ids).containsExactly("same", "cell-2", "cell-3", "cell-4");
  }

  @Test
  void a_notebook_that_is_read_and_written_twice_is_the_same_to_the_letter() throws IOException {
    Path file = file("a.ipynb", notebook("", "{\"cell_type\": \"raw\", \"source\": \"ü\\n\"}"));
    String once = write(NotebookReader.read(file));
    Path again = file("b.ipynb", once);
    assertThat(write(NotebookReader.read(again))).isEqualTo(once).contains("ü").endsWith("}\n");
    JsonArray cells = JsonParser.parseString(once).getAsJsonObject().getAsJsonArray("cells");
    for (JsonElement cell : cells) {
      assertThat(cell.getAsJsonObject().keySet())
          .containsExactly("cell_type", "id", "metadata", "source");
    }
  }

  private static String write(Notebook notebook) {
    return NotebookWriter.text(notebook);
  }
}
