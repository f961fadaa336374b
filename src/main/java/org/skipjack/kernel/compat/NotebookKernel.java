package org.skipjack.kernel.compat;

import com.google.gson.JsonElement;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.assist.Completeness;
import org.skipjack.kernel.assist.Completion;
import org.skipjack.kernel.assist.Inspection;
import org.skipjack.kernel.display.LiveKernel;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.EvaluationException;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.evaluation.Outcome;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.execution.TaskResult;

/** Runs cells and shows what they give; the kernel that cells and extensions know. */
public final class NotebookKernel extends BaseKernel implements AutoCloseable, LiveKernel {
  private final Session session;
  private final Output output;
  private final Renderers renderers;
  private final BridgedRenderer bridged;
  private final Comms comms;
  private final MavenLibraries maven = new MavenLibraries();
  private final LibrarySources librarySources = new LibrarySources(maven);
  private final Set<Object> live =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** What the base class is made of. */
  private record Parts(
      String version, NotebookIO io, Comms comms, Renderers renderers, BridgedRenderer bridged) {}

  private NotebookKernel(Parts parts, Output output, Session session) {
    super(
        "skipjack",
        parts.version(),
        new LanguageInfo.Builder("Java").version(Runtime.version().toString()).build(),
        List.of(),
        null,
        parts.io(),
        parts.comms(),
        parts.bridged(),
        new MagicParser("(?!)", "(?!)", new MagicTranspiler()),
        new MagicsRegistry(),
        true,
        new StringStyler("", "", "", line -> ""));
    this.output = output;
    renderers = parts.renderers();
    bridged = parts.bridged();
    comms = parts.comms();
    this.session = session;
    new KernelMagics(this, output, maven).register(getMagicsRegistry());
  }

  /**
   * Opens a kernel and returns at once.
   *
   * @param output where what cells print and show goes
   * @param conversation where what comms say goes
   * @param session where cells are evaluated; closed with the kernel
   */
  public static NotebookKernel open(Output output, Conversation conversation, Session session) {
    NotebookIO io = new NotebookIO(output);
    Renderers renderers = Renderers.of(NotebookKernel.class.getClassLoader());
    BridgedRenderer bridged = new BridgedRenderer(renderers);
    Parts parts = new Parts("0.1", io, new Comms(conversation, io), renderers, bridged);
    return new NotebookKernel(parts, output, session);
  }

  /** Makes this the kernel of the process, as {@code BaseKernel.notebookKernel()} knows it. */
  @Override
  public void onStartup() {
    super.onStartup();
  }

  /** What the cells declared. */
  public Session session() {
    return session;
  }

  /** What can be said of names. */
  public Inspection inspection() {
    return new Inspection(session, librarySources);
  }

  /** The open conversations. */
  public Comms comms() {
    return comms;
  }

  /**
   * Lets cells use a jar or folder, and takes in the renderers and extensions that come with it.
   *
   * @param path entries as on a command line
   */
  public void addToClasspath(String path) {
    session.addToClasspath(path);
    for (String entry : path.split(File.pathSeparator, -1)) {
      librarySources.added(Path.of(entry));
    }
    renderers.load(session.loader());
    installExtensions(session.loader());
  }

  @Override
  public void showsLive(Object value) {
    boolean unused = live.add(value);
  }

  /** Runs a cell. Of a value that it showed while it ran, the result is the words alone. */
  public Result run(Cell cell) {
    live.clear();
    Outcome outcome = session.run(cell, this::magic);
    Optional<Failure> failure = Optional.ofNullable(outcome.failure());
    if (cell.number() > 0) {
      failure.flatMap(Failure::thrown).ifPresent(this::explain);
    }
    Object value = outcome.value();
    boolean shown = value != null && live.contains(value);
    live.clear();
    if (value == null) {
      return new Result(Optional.empty(), failure, outcome.notes());
    }
    TaskResult taskResult = session.onCellThread(() -> bridged.rendering(value));
    if (taskResult.value() instanceof Rendering rendering) {
      Rendering result = (shown ? Rendering.text(rendering.plain()) : rendering).shortened();
      return new Result(Optional.of(result), failure, outcome.notes());
    }
    Failure ofShowing = Session.failure(taskResult, "showing the value");
    return new Result(Optional.empty(), failure.or(() -> Optional.of(ofShowing)), outcome.notes());
  }

  /** An exception that has a renderer is also shown as what it is; its text is in the traceback. */
  private void explain(Throwable thrown) {
    if (renderers.find(thrown.getClass()).isPresent()
        && session.onCellThread(() -> renderers.render(thrown)).value()
            instanceof Rendering rendering
        && rendering.data().containsKey(Rendering.HTML)) {
      JsonElement html = Objects.requireNonNull(rendering.data().get(Rendering.HTML));
      output.display(new Rendering(Map.of(Rendering.HTML, html), Map.of()));
    }
  }

  private @Nullable Object magic(String line, @Nullable String body) throws Exception {
    List<String> words = MagicWords.of(line);
    String name = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    var known =
        body == null
            ? getMagicsRegistry().getLineMagicNames()
            : getMagicsRegistry().getCellMagicNames();
    if (!known.contains(name)) {
      String mark = body == null ? "%" : "%%";
      throw new IllegalArgumentException(
          "there is no magic %s%s. Fix: one of %s"
              .formatted(mark, name, KernelMagics.names(mark, known)));
    }
    return body == null
        ? getMagicsRegistry().evalLineMagic(this, name, arguments)
        : getMagicsRegistry().evalCellMagic(this, name, arguments, body);
  }

  /** What carries out a line that begins with {@code %}. */
  @FunctionalInterface
  public interface LineCode {
    /** Carries it out with the words behind its name; returns its value, or null. */
    @Nullable Object run(List<String> words) throws Exception;
  }

  /** Lets cells use another magic. */
  public void addMagic(String name, LineCode code) {
    getMagicsRegistry().registerLineMagic(name, (kernel, words) -> code.run(words));
  }

  /** Carries out a magic with these words. */
  public @Nullable Object magic(String name, List<String> words) throws Exception {
    return getMagicsRegistry().evalLineMagic(this, name, words);
  }

  /**
   * Evaluates code.
   *
   * @return its value, or null
   * @throws EvaluationException if it fails
   */
  @Override
  public @Nullable Object evalRaw(String code) {
    return evaluate(new Cell(0, code));
  }

  /**
   * Evaluates code; what fails says where by the cell's title.
   *
   * @return its value, or null
   * @throws EvaluationException if it fails
   */
  public @Nullable Object evaluate(Cell cell) {
    Outcome outcome = session.run(cell, this::magic);
    Failure failure = outcome.failure();
    if (failure != null) {
      throw new EvaluationException(failure);
    }
    return outcome.value();
  }

  @Override
  public void display(DisplayData data) {
    NotebookIO.show(output, data);
  }

  @Override
  public @Nullable DisplayData inspect(String code, int position, boolean detailed) {
    return inspection().of(code, position, detailed).map(Bridge::displayData).orElse(null);
  }

  /** What could stand at a position of code: names, and magics where a line may begin with one. */
  public Completion completion(String code, int position) {
    List<String> magics = new ArrayList<>();
    getMagicsRegistry().getLineMagicNames().forEach(name -> magics.add("%" + name));
    getMagicsRegistry().getCellMagicNames().forEach(name -> magics.add("%%" + name));
    return Completion.of(session, code, position, magics.stream().sorted().toList());
  }

  @Override
  public ReplacementOptions complete(String code, int position) {
    Completion completion = completion(code, position);
    return new ReplacementOptions(completion.matches(), completion.start(), completion.end());
  }

  @Override
  public String isComplete(String code) {
    Completeness completeness = Completeness.of(session, code);
    return completeness.status().equals("incomplete")
        ? completeness.indent()
        : completeness.status();
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }

  @Override
  protected ClassLoader getClassLoader() {
    return session.loader();
  }

  /** An extension that fails is left out, and said so. */
  @Override
  protected void installExtension(Extension extension) {
    try {
      super.installExtension(extension);
    } catch (RuntimeException | LinkageError e) {
      output.print(
          Output.Stream.STDERR,
          "the extension %s was left out: %s%n".formatted(extension.getClass().getName(), e));
    }
  }

  @Override
  public void close() {
    session.close();
    if (notebookKernel == this) {
      onShutdown(false);
    }
  }
}
