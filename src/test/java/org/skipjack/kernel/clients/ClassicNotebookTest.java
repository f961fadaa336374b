package org.skipjack.kernel.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The classic notebook in Chromium, with the kernel installed by {@code ./skipjack kernel install}.
 *
 * <p>What the window shows is left as pictures in {@code target/pictures}; {@code notebook.png} is
 * that of the README.
 */
@Tag("jupyter")
@Tag("chromium")
class ClassicNotebookTest {
  private static final Path PICTURES = Path.of("target/pictures");
  private static final int WIDTH = 960;
  private static final int TAB = 9;
  private static final int ENTER = 13;
  private static final int ESCAPE = 27;

  @TempDir private static Path folder;
  private static NotebookServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Jupyter jupyter = new Jupyter(folder);
    String said = jupyter.run(Path.of("skipjack").toAbsolutePath().toString(), "kernel", "install");
    assertThat(said).contains("1 + 1 is 2 after", "of loaded classes");
    server = NotebookServer.start(jupyter);
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** The page would ask whether to leave a notebook that is not saved. */
  @AfterEach
  void leave() throws InterruptedException {
    browser.evaluate("window.onbeforeunload = null; Jupyter.notebook.session.delete(); null");
    assertThat(browser.errors()).as("what the page's scripts threw").isEmpty();
  }

  private static void open(String name, int height, String... cells)
      throws IOException, InterruptedException {
    browser.open(server.notebook(name, cells), WIDTH, height);
    browser.await(
        "Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.status");
  }

  private static String cell(int index) {
    return String.format(Locale.ROOT, "Jupyter.notebook.get_cell(%d)", index);
  }

  private static String text(int index) {
    return browser.evaluate(cell(index) + ".output_area.element.text()").getAsString();
  }

  private static int count(int index, String selector) {
    String found = "%s.output_area.element.find('%s').length";
    return browser.evaluate(found.formatted(cell(index), selector)).getAsInt();
  }

  private static void begin(int index) {
    browser.evaluate(
        String.format(
            Locale.ROOT,
            "Jupyter.notebook.select(%d); Jupyter.notebook.focus_cell(); null",
            index));
    browser.press("Enter", ENTER, true);
  }

  private static void awaitEnd(int index) throws InterruptedException {
    browser.await(
        "typeof %1$s.input_prompt_number === 'number' && !%1$s.element.hasClass('running')"
            .formatted(cell(index)));
  }

  private static void run(int index) throws InterruptedException {
    begin(index);
    awaitEnd(index);
  }

  private static void picture(String name) throws IOException {
    browser.evaluate(
        "document.activeElement.blur(); document.querySelector('#site').scrollTop = 0; null");
    browser.screenshot(PICTURES.resolve(name + ".png"));
  }

  @Test
  void cells_show_what_they_give_as_what_it_is() throws Exception {
    open(
        "values",
        3400,
        "summary(resnet(8))",
        "diagram(plain(8), resnet(8))",
        "shapes()",
        "var run = train(net().conv(4).globalAvgPool().dense(10)).on(shapes()).epochs(2).run();",
        "chart(run)",
        "int[] numbers = {1, 2, 3};\nnumbers",
        "summary(net().conv(16).residual(identity(), b -> b.conv(32)))",
        "int k = \"text\";",
        "resnett(20)");
    for (int index = 0; index < 9; index++) {
      run(index);
    }
    picture("values");
    assertThat(count(0, "table")).isPositive();
    assertThat(count(1, "svg")).isPositive();
    assertThat(count(2, "figure img")).isEqualTo(30);
    String sharpness = "(i => i.naturalWidth / i.width)(%s.output_area.element.find('img')[0])";
    assertThat(browser.evaluate(sharpness.formatted(cell(4))).getAsDouble()).isEqualTo(2);
    assertThat(text(5)).contains("1, 2, 3");
    assertThat(text(6)).contains("cannot add its two branches", "Fix:");
    assertThat(text(8)).contains("resnet");
  }

  @Test
  void tab_completes_and_shift_tab_documents() throws Exception {
    open("completion", 500, "var deep = resnet(20);", "");
    run(0);
    edit(1, "");
    browser.type("deep.re");
    browser.press("Tab", TAB, false);
    browser.await("document.querySelector('#complete').innerText");
    browser.screenshot(PICTURES.resolve("completion.png"));
    assertThat(browser.evaluate("document.querySelector('#complete').innerText").getAsString())
        .contains("relu", "repeat", "residual");
    browser.press("Escape", ESCAPE, false);
    edit(1, "resnet(20)");
    browser.press("Tab", TAB, true);
    browser.await("document.querySelector('#tooltip').innerText.includes('resnet')");
    browser.await("getComputedStyle(document.querySelector('#tooltip')).opacity === '1'");
    browser.screenshot(PICTURES.resolve("documentation.png"));
  }

  private static void edit(int index, String code) {
    String editor = cell(index) + ".code_mirror";
    browser.evaluate(editor + ".setValue('%s'); null".formatted(code));
    browser.evaluate(
        String.format(
            Locale.ROOT,
            "Jupyter.notebook.select(%d); Jupyter.notebook.edit_mode(); %s.setCursor(0, %d); null",
            index,
            editor,
            code.indexOf('(') + 1));
  }

  @Test
  void the_stop_button_stops_a_cell_and_the_next_one_runs() throws Exception {
    String endless = "System.out.println(\"begun\");\nwhile (true) { }";
    open("interrupt", 500, "int kept = 5;", endless, "kept + 1");
    run(0);
    begin(1);
    browser.await(cell(1) + ".output_area.element.text().includes('begun')");
    pressStop();
    awaitEnd(1);
    run(2);
    picture("interrupt");
    assertThat(text(1)).contains("interrupted");
    assertThat(text(2)).contains("6");
  }

  private static void pressStop() {
    browser.evaluate(
        "document.querySelector('[data-jupyter-action=\"jupyter-notebook:interrupt-kernel\"]').click()");
  }

  /** The picture of the README is made here. */
  @Test
  void a_training_shows_itself_while_it_runs_and_stops_at_a_batch() throws Exception {
    open(
        "residual-nets",
        1180,
        "shapes()",
        "var run = train(resnet(8, width(8))).on(shapes()).epochs(12).run();",
        "run.history().epochs().size() >= 4");
    run(0);
    begin(1);
    String chart = cell(1) + ".output_area.element.find('img').attr('src')";
    browser.await(chart);
    String first = browser.evaluate(chart).getAsString();
    browser.await(chart + " !== " + quoted(first));
    browser.await(cell(1) + ".output_area.element.text().includes('epoch 6/')");
    picture("notebook");
    assertThat(count(1, "img")).isEqualTo(1);
    pressStop();
    awaitEnd(1);
    picture("stopped");
    assertThat(text(1)).contains("stopped after", "interrupted");
    assertThat(count(1, "img")).isEqualTo(1);
    run(2);
    assertThat(text(2)).contains("true");
  }

  private static String quoted(String text) {
    return new Gson().toJson(text);
  }
}
