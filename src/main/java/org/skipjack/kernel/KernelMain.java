package org.skipjack.kernel;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.skipjack.io.UserHome;
import org.skipjack.kernel.evaluation.Startup;
import org.skipjack.kernel.live.LiveTraining;
import org.skipjack.kernel.wire.ConnectionFile;

/**
 * The process that Jupyter starts: {@code java … org.skipjack.kernel.KernelMain CONNECTION_FILE}.
 */
public final class KernelMain {
  /** How long replies may take to leave before the process ends. */
  private static final long FAREWELL_MILLIS = 50;

  private static final int WRONG_USAGE = 2;

  private KernelMain() {}

  /** Serves until a client shuts the kernel down or the process that started it ends. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: org.skipjack.kernel.KernelMain CONNECTION_FILE");
      System.exit(WRONG_USAGE);
    }
    System.setProperty("java.awt.headless", "true");
    Runtime.getRuntime().addShutdownHook(new Thread(KernelMain::endChildren, "children"));
    try {
      UserHome.adopt();
      ConnectionFile file = ConnectionFile.read(Path.of(arguments[0]));
      Kernel kernel = Kernel.start(file, Startup.script(), KernelMain::exitSoon);
      onInterruptSignal(kernel::interrupt);
      endWithParent(System.getenv("JPY_PARENT_PID"));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    waitForEver();
  }

  /** All other threads end with this one, so no interrupt by a cell may end it. */
  private static void waitForEver() {
    CountDownLatch never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        // Not ours
      }
    }
  }

  /** Not at once, so that replies leave; and by a halt if a cell holds up the usual end. */
  private static void exitSoon(int code) {
    Thread exit =
        new Thread(
            () -> {
              pause(FAREWELL_MILLIS);
              Thread end = new Thread(() -> System.exit(code), "exit");
              end.setDaemon(true);
              end.start();
              pause(TimeUnit.SECONDS.toMillis(2));
              endChildren();
              Runtime.getRuntime().halt(code);
            },
            "farewell");
    exit.setDaemon(true);
    exit.start();
  }

  /** Processes that cells started end with the kernel, as they do with a terminal. */
  private static void endChildren() {
    ProcessHandle.current()
        .descendants()
        .forEach(
            child -> {
              boolean unused = child.destroyForcibly();
            });
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Some clients interrupt by signal. By name, because the compiler's warning of this class of the
   * JDK cannot be turned off.
   */
  private static void onInterruptSignal(Runnable interrupt) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              KernelMain.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, values) -> {
                interrupt.run();
                return null;
              });
      Object unused =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    } catch (ReflectiveOperationException e) {
      // This Java has no signals; clients then send a message
    }
  }

  /** Jupyter's console shows nothing that is updated in place. */
  private static void lookForConsole(String parent) {
    if (parent.matches(".*jupyter[-_]console.*")) {
      System.setProperty(LiveTraining.IN_CONSOLE, "true");
    }
  }

  /** A kernel without the server that started it would stay for ever. */
  private static void endWithParent(@org.jspecify.annotations.Nullable String pid) {
    if (pid != null && pid.matches("[0-9]+")) {
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(
              parent -> {
                lookForConsole(parent.info().commandLine().orElse(""));
                var unused =
                    parent
                        .onExit()
                        .thenRun(
                            () -> {
                              endChildren();
                              Runtime.getRuntime().halt(1);
                            });
              });
    }
  }
}
