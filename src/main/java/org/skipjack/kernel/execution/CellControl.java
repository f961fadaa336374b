package org.skipjack.kernel.execution;

import java.lang.instrument.ClassDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** What JShell calls to load, redefine and run the classes that it compiled. */
public final class CellControl extends DirectExecutionControl implements AutoCloseable {
  private static final int MOST_CAUSES = 10;

  private final CellClasses classes;
  private final Lock compiler;
  private final Redefiner redefiner = new Redefiner();
  private final CellThread thread;
  private volatile TaskResult taskResult = TaskResult.NONE;
  private volatile boolean active;
  private volatile boolean interrupted;

  private CellControl(CellClasses classes, Lock compiler) {
    super(classes);
    this.classes = classes;
    this.compiler = compiler;
    thread = new CellThread(classes.loader());
  }

  /**
   * A control whose cells see what {@code parent} sees.
   *
   * @param compiler held by who evaluates, and free while the code of a cell runs
   */
  public static CellControl of(ClassLoader parent, Lock compiler) {
    return new CellControl(new CellClasses(new CellLoader(parent)), compiler);
  }

  /** Whether an exception of this name is what ends an interrupted cell. */
  public static boolean isInterrupt(String className) {
    return className.equals(CellInterrupted.class.getName());
  }

  /** A cell begins: interrupts that came before do not concern it. */
  public void begin() {
    interrupted = false;
    active = true;
  }

  /** The cell ended: interrupts that come now do not concern the next. */
  public void end() {
    active = false;
    interrupted = false;
  }

  /** Whether the cell was to stop since it began. */
  public boolean interrupted() {
    return interrupted;
  }

  /** Why the last snippet's classes could not be loaded; empty if they could. */
  public String loadFailure() {
    return classes.failure();
  }

  /** This control as JShell wants to be given it. */
  public ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "skipjack";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return CellControl.this;
      }
    };
  }

  /** Where cells run. */
  public CellThread thread() {
    return thread;
  }

  /** What the cells' variables hold. */
  public Variables variables() {
    return classes.variables();
  }

  /** The loader of the cells' classes. */
  public ClassLoader loader() {
    return classes.loader();
  }

  /** How the code of the last snippet ended; what it gave is forgotten with this call. */
  public TaskResult takeEnding() {
    TaskResult last = taskResult;
    taskResult = TaskResult.NONE;
    return last;
  }

  /** Names of what the next snippet declares anew: it takes no value over from what it replaces. */
  public void declaring(Set<String> names) {
    classes.variables().declaring(names);
  }

  @Override
  public void redefine(ClassBytecodes[] changed)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    List<ClassDefinition> changes = new ArrayList<>();
    for (ClassBytecodes one : changed) {
      changes.add(new ClassDefinition(classes.require(one.name()), Weaver.weave(one.bytecodes())));
    }
    if (!redefiner.redefine(changes)) {
      // JShell then replaces the class, and what its variables hold is carried over
      throw new ClassInstallException("not redefinable", new boolean[changed.length]);
    }
  }

  @Override
  protected String invoke(Method method) throws Exception {
    if (interrupted) {
      throw stopped(null);
    }
    taskResult = runBesideCompiler(() -> call(method));
    Throwable thrown = taskResult.thrown();
    if (taskResult.interrupted() || interrupted) {
      throw stopped(thrown);
    }
    if (thrown != null) {
      throw converted(thrown, 0);
    }
    return ""; // JShell must not ask a model for its text
  }

  /** Runs something where cells run, while the compiler, which the caller holds, is free. */
  public TaskResult runBesideCompiler(CellThread.Code code) {
    compiler.unlock();
    try {
      return thread.run(code);
    } finally {
      compiler.lock();
    }
  }

  private static @Nullable Object call(Method method) throws Throwable {
    try {
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** The exception in JShell's form, which knows lines of snippets, with its causes. */
  private static ExecutionControlException converted(Throwable thrown, int depth) {
    if (thrown instanceof SPIResolutionException unresolved) {
      return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
    }
    ExecutionControlException converted =
        new UserException(
            Throwables.message(thrown), thrown.getClass().getName(), Throwables.frames(thrown));
    Throwable cause = Throwables.cause(thrown);
    if (cause != null && depth < MOST_CAUSES) {
      Throwable unused = converted.initCause(converted(cause, depth + 1));
    }
    return converted;
  }

  /** Whatever an interrupted cell made of the interrupt, it was interrupted there. */
  private static UserException stopped(@Nullable Throwable thrown) {
    Throwable where = thrown == null ? new CellInterrupted() : thrown;
    return new UserException(
        "interrupted", CellInterrupted.class.getName(), Throwables.frames(where));
  }

  /** Interrupts the cell that runs, also while it is compiled, and what runs on its behalf. */
  @Override
  public void stop() {
    interrupted = active;
    thread.interrupt();
  }

  @Override
  public void close() {
    thread.close();
  }
}
