package org.skipjack.kernel.execution;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The thread on which cells run, one task after the other; replaced if it cannot be stopped. */
public final class CellThread implements AutoCloseable {
  private static final long STACK_BYTES = 16L << 20;
  private static final long STOP_MILLIS = 2000;
  private static final long REPEAT_MILLIS = 200;
  private static final long ABANDON_MILLIS = 1000;

  /** How long cell code on other threads has to meet the checkpoint before it is lowered. */
  private static final long HOLD_MILLIS = 100;

  private static final String OURS = "org.skipjack.";

  private final ClassLoader loader;
  private final AtomicReference<@Nullable Task> current = new AtomicReference<>();
  private volatile Worker worker;

  /** What a cell, or something on its behalf, does. */
  @FunctionalInterface
  public interface Code {
    /** Does it; may throw whatever user code throws. */
    @Nullable Object run() throws Throwable;
  }

  /** A thread whose code sees the classes of {@code loader}. */
  public CellThread(ClassLoader loader) {
    this.loader = loader;
    worker = new Worker(loader);
  }

  /**
   * Runs a task and waits for its end.
   *
   * @return what became of it; never throws what the task threw
   */
  public TaskResult run(Code code) {
    Task task = new Task(code);
    if (isCurrent()) { // a cell that evaluates code
      task.run();
      return task.close();
    }
    return runAndWait(task);
  }

  /** Whether the caller is on this thread. */
  public boolean isCurrent() {
    return Thread.currentThread() == worker;
  }

  private synchronized TaskResult runAndWait(Task task) {
    if (!worker.isAlive() || worker.abandoned) {
      worker = new Worker(loader);
    }
    current.set(task);
    worker.tasks.add(task);
    task.awaitUninterruptibly();
    TaskResult taskResult = task.close();
    current.set(null);
    if (taskResult.interrupted()) {
      lowerCheckpoint();
    }
    return taskResult;
  }

  /**
   * Stops the task that runs, if there is one; returns at once. A training ends with its batch; a
   * second interrupt does not wait for that.
   */
  public void interrupt() {
    Task task = current.get();
    Worker stopped = worker;
    if (task == null || !task.interrupt(stopped) || task.interrupts.incrementAndGet() > 1) {
      return;
    }
    Thread escalation = new Thread(() -> escalate(task, stopped), "interrupt");
    escalation.setDaemon(true);
    escalation.start();
  }

  private static void escalate(Task task, Worker stopped) {
    try {
      boolean ended = endsWhileInterrupted(task, stopped);
      while (!ended && heedsInterrupts(stopped) && task.interrupts.get() == 1) {
        ended = endsWhileInterrupted(task, stopped);
      }
      if (ended) {
        return;
      }
      stop(stopped);
      if (!task.done.await(ABANDON_MILLIS, TimeUnit.MILLISECONDS)) {
        task.abandoned = true;
        stopped.abandoned = true;
        task.done.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts again and again, since what the cell calls may catch an interrupt and go on. */
  private static boolean endsWhileInterrupted(Task task, Worker stopped)
      throws InterruptedException {
    for (long waited = 0; waited < STOP_MILLIS; waited += REPEAT_MILLIS) {
      if (task.done.await(REPEAT_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      boolean unused = task.interrupt(stopped);
    }
    return false;
  }

  /** Whether a training of ours is at work, which ends with its batch, however long that takes. */
  private static boolean heedsInterrupts(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> name.startsWith(OURS) && !name.startsWith(OURS + "kernel."));
  }

  /** {@code Thread.stop}, which throws since Java 20 and is gone since 26. */
  private static void stop(Thread thread) {
    try {
      Thread.class.getMethod("stop").invoke(thread);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      // This Java cannot
    }
  }

  private static void lowerCheckpoint() {
    try {
      Thread.sleep(HOLD_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      InterruptCheck.lower();
    }
  }

  /** Lets the thread end. */
  @Override
  public void close() {
    worker.tasks.add(Task.END);
  }

  /** Takes tasks from a queue. */
  private static final class Worker extends Thread {
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private volatile boolean abandoned;

    Worker(ClassLoader loader) {
      super(null, null, "cell", STACK_BYTES);
      setDaemon(true);
      setContextClassLoader(loader);
      start();
    }

    @Override
    public void run() {
      while (!abandoned) {
        try {
          Task task = tasks.take();
          if (task == Task.END) {
            return;
          }
          task.run();
          boolean unused = Thread.interrupted();
        } catch (InterruptedException e) {
          // An interrupt that came too late: its task had ended
        }
      }
    }
  }

  /** Something to run, and what came of it. */
  private static final class Task {
    private static final Task END = new Task(() -> null);

    private final Code code;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger interrupts = new AtomicInteger();
    private volatile @Nullable Object value;
    private volatile @Nullable Throwable thrown;
    private volatile boolean abandoned;
    private boolean interrupted;
    private boolean closed;

    Task(Code code) {
      this.code = code;
    }

    void run() {
      try {
        value = code.run();
      } catch (Throwable e) {
        thrown = e;
      } finally {
        done.countDown();
      }
    }

    /** Interrupts the task on its thread; false if it has ended, and nothing is to be stopped. */
    synchronized boolean interrupt(Thread thread) {
      if (closed) {
        return false;
      }
      interrupted = true;
      InterruptCheck.raise();
      thread.interrupt();
      return true;
    }

    /** What became of it; no interrupt reaches it any more. */
    synchronized TaskResult close() {
      closed = true;
      return new TaskResult(value, abandoned ? null : thrown, interrupted, abandoned);
    }

    void awaitUninterruptibly() {
      boolean interruptedHere = false;
      while (true) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interruptedHere = true;
        }
      }
      if (interruptedHere) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
