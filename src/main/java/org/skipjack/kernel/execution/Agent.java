package org.skipjack.kernel.execution;

import java.lang.instrument.Instrumentation;

/**
 * What a JVM calls when it has loaded this as an agent. It may have been loaded a second time, by
 * another loader; so it leaves what it was given where the whole process can find it.
 */
public final class Agent {
  /** The name under which {@link System#getProperties} then holds the instrumentation. */
  static final String PROPERTY = "org.skipjack.instrumentation";

  private Agent() {}

  /** Called by the JVM. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    Object unused = System.getProperties().put(PROPERTY, instrumentation);
  }
}
