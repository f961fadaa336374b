package org.skipjack.kernel.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Where the compiler finds classes. Those of the class path come from an index of ours: the
 * compiler's own file manager visits each entry of each jar as a file, which takes a third of a
 * second for ours, and this reads the names in the jars' directories while the compiler comes up.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private static final Set<String> CLASS_PATH = Set.of("-classpath", "-cp", "--class-path");

  /** Enough for the cell that awaited the start. */
  private static final Executor A_MOMENT_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final Map<Path, ClassIndex> known = new ConcurrentHashMap<>();
  private final CompletableFuture<?> started;
  private volatile CompletableFuture<List<ClassIndex>> classPath;

  /**
   * A file manager with the class path of the given one.
   *
   * @param started when it completes, all names may be listed for completion
   */
  CompilerFiles(StandardJavaFileManager files, CompletableFuture<?> started) {
    super(files);
    this.started = started;
    classPath = indexed();
  }

  /** On a thread of its own: the cells may keep the common ones busy. */
  private CompletableFuture<List<ClassIndex>> indexed() {
    return CompletableFuture.supplyAsync(
        this::index,
        work -> {
          Thread thread = new Thread(work, "class-index");
          thread.setDaemon(true);
          thread.start();
        });
  }

  private List<ClassIndex> index() {
    List<ClassIndex> all = new ArrayList<>();
    Iterable<? extends Path> places = fileManager.getLocationAsPaths(StandardLocation.CLASS_PATH);
    if (places != null) {
      places.forEach(place -> all.add(known.computeIfAbsent(place, ClassIndex::of)));
    }
    return all;
  }

  @Override
  public boolean handleOption(String option, Iterator<String> remaining) {
    boolean taken = super.handleOption(option, remaining);
    if (CLASS_PATH.contains(option)) {
      classPath = indexed();
    }
    return taken;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH || recurse) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    if (kinds.contains(JavaFileObject.Kind.CLASS)) {
      classPath.join().forEach(index -> found.addAll(index.in(packageName)));
    }
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile own ? own.binaryName() : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    boolean own = one instanceof ClassFile || other instanceof ClassFile;
    return own ? one.equals(other) : super.isSameFile(one, other);
  }

  /**
   * JShell asks for these, on a thread of its own, to list all packages and classes for completion.
   * That takes nearly as long as the compiler's start, so it is put off until cells run.
   */
  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    Object unused = started.thenRunAsync(() -> {}, A_MOMENT_LATER).join();
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }
}
