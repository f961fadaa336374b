package org.skipjack.kernel.execution;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Redefines classes in place. The process loads an agent into itself when the first class is to be
 * redefined, and not earlier: an agent from the start costs every start time. The JVM has to be
 * started with {@code -Djdk.attach.allowAttachSelf=true}, and from JDK 21 on says a word about it
 * without {@code -XX:+EnableDynamicAgentLoading}.
 */
final class Redefiner {
  private boolean tried;
  private @Nullable Instrumentation instrumentation;

  /**
   * Gives all classes their new code, or none of them.
   *
   * @return false if the JVM cannot, as when a field or method was added
   */
  synchronized boolean redefine(List<ClassDefinition> changes) {
    Instrumentation agent = agent();
    if (agent == null) {
      return false;
    }
    try {
      agent.redefineClasses(changes.toArray(ClassDefinition[]::new));
      return true;
    } catch (UnsupportedOperationException
        | UnmodifiableClassException
        | ClassNotFoundException
        | LinkageError e) {
      return false;
    }
  }

  private @Nullable Instrumentation agent() {
    if (!tried) {
      tried = true;
      try {
        instrumentation = load();
      } catch (IOException
          | AttachNotSupportedException
          | AgentLoadException
          | AgentInitializationException e) {
        // Not allowed here: classes are then replaced
      }
    }
    return instrumentation;
  }

  private static @Nullable Instrumentation load()
      throws IOException,
          AttachNotSupportedException,
          AgentLoadException,
          AgentInitializationException {
    if (System.getProperties().get(Agent.PROPERTY) instanceof Instrumentation loaded) {
      return loaded;
    }
    Path jar = Files.createTempFile("skipjack-agent", ".jar");
    try {
      write(jar);
      VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
      try {
        self.loadAgent(jar.toString());
      } finally {
        self.detach();
      }
    } finally {
      Files.deleteIfExists(jar);
    }
    return (Instrumentation) System.getProperties().get(Agent.PROPERTY);
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Agent-Class"), Agent.class.getName());
    attributes.put(new Attributes.Name("Can-Redefine-Classes"), "true");
    String name = Agent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream bytes =
            Objects.requireNonNull(Agent.class.getResourceAsStream("/" + name), name)) {
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
    }
  }
}
