package org.skipjack.kernel.execution;

import java.net.MalformedURLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** The classes of cells by name, as JShell asks for them. */
final class CellClasses implements LoaderDelegate {
  private final CellLoader loader;
  private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
  private final Variables variables = new Variables();
  private volatile String failure = "";

  CellClasses(CellLoader loader) {
    this.loader = loader;
  }

  CellLoader loader() {
    return loader;
  }

  Variables variables() {
    return variables;
  }

  /** Why the classes of the last {@link #load} are not there; empty if they are. */
  String failure() {
    return failure;
  }

  @Override
  public void load(ClassBytecodes[] fresh) throws ClassInstallException {
    for (ClassBytecodes one : fresh) {
      loader.add(one.name(), Weaver.weave(one.bytecodes()));
    }
    failure = "";
    boolean[] installed = new boolean[fresh.length];
    for (int i = 0; i < fresh.length; i++) {
      try {
        loaded.put(fresh[i].name(), loader.loadClass(fresh[i].name()));
        installed[i] = true;
      } catch (ClassNotFoundException | LinkageError e) {
        failure = e.toString();
        throw new ClassInstallException(failure, installed);
      }
    }
    for (ClassBytecodes one : fresh) {
      variables.loaded(require(one.name()));
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] changed) {}

  @Override
  public void addToClasspath(String path) throws InternalException {
    try {
      loader.addPath(path);
    } catch (MalformedURLException e) {
      throw new InternalException(e.toString());
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = loaded.get(name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }

  /** A class that is there. */
  Class<?> require(String name) {
    Class<?> found = loaded.get(name);
    if (found == null) {
      throw new IllegalStateException("JShell asks for " + name + ", which it never loaded");
    }
    return found;
  }
}
