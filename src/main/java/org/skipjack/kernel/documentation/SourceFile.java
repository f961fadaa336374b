package org.skipjack.kernel.documentation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What a source file declares, with its comments. */
final class SourceFile {
  private final String text;
  private final CompilationUnitTree unit;
  private final DocTrees docs;
  private final List<Member> members = new ArrayList<>();

  private SourceFile(String text, CompilationUnitTree unit, DocTrees docs) {
    this.text = text;
    this.unit = unit;
    this.docs = docs;
  }

  /** Reads the text of a file; needs the compiler, which every JDK has. */
  static SourceFile of(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler. Fix: use a JDK");
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                problem -> {},
                List.of("-proc:none"),
                null,
                List.of(new InMemory(text)));
    try {
      SourceFile file =
          new SourceFile(text, task.parse().iterator().next(), DocTrees.instance(task));
      Object unused = file.new Scanner().scan(file.unit, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it declares, in its order. */
  List<Member> members() {
    return members;
  }

  /** The trees of comments. */
  DocTrees docs() {
    return docs;
  }

  /** The path of the file's tree. */
  TreePath path() {
    return new TreePath(unit);
  }

  /** The full name of a type that the file names: imported, or of its package. */
  String resolve(String simpleName) {
    String top = simpleName.replaceAll("\\..*", "");
    for (ImportTree one : unit.getImports()) {
      String imported = one.getQualifiedIdentifier().toString();
      if (imported.endsWith("." + top)) {
        return imported + simpleName.substring(top.length());
      }
    }
    return unit.getPackageName() + "." + simpleName;
  }

  /** A source that is nowhere on a disk. */
  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(String text) {
      super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Goes through what is declared; what stands in bodies is of no interest. */
  private final class Scanner extends TreePathScanner<@Nullable Object, @Nullable Object> {
    private final SourcePositions positions = docs.getSourcePositions();
    private String owner = "";

    @Override
    public @Nullable Object visitClass(ClassTree type, @Nullable Object nothing) {
      String outer = owner;
      owner =
          outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
      add("", List.of(), type);
      if (type.getKind() == Tree.Kind.RECORD) {
        components(type);
      }
      Object unused = super.visitClass(type, nothing);
      owner = outer;
      return nothing;
    }

    @Override
    public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
      List<String> types =
          method.getParameters().stream()
              .map(parameter -> Member.bare(String.valueOf(parameter.getType())))
              .toList();
      boolean constructor = method.getReturnType() == null;
      String simple = owner.substring(owner.lastIndexOf('.') + 1);
      add(constructor ? simple : method.getName().toString(), types, method);
      return nothing;
    }

    @Override
    public @Nullable Object visitVariable(VariableTree field, @Nullable Object nothing) {
      add(field.getName().toString(), List.of(), field);
      return nothing;
    }

    /** A record's accessors are not written; what they give is in its comment. */
    private void components(ClassTree type) {
      String comment = comment();
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree component
            && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
          String name = component.getName().toString();
          Matcher said =
              Pattern.compile("(?s)@param\\s+" + name + "\\s+(.*?)(?=\\s@\\w|\\z)")
                  .matcher(comment);
          String signature = component.getType() + " " + name + "()";
          members.add(
              new Member(
                  owner, name, List.of(), signature, said.find() ? said.group(1) : "", signature));
        }
      }
    }

    private void add(String name, List<String> parameters, Tree tree) {
      int start = (int) positions.getStartPosition(unit, tree);
      int end = (int) positions.getEndPosition(unit, tree);
      if (start < 0 || end < start) { // an accessor or constructor that the compiler added
        return;
      }
      String source = text.substring(start, end);
      members.add(new Member(owner, name, parameters, signature(source, tree), comment(), source));
    }

    private String comment() {
      return Optional.ofNullable(docs.getDocComment(getCurrentPath())).orElse("").strip();
    }

    /** What stands before the body or the value. */
    private String signature(String source, Tree tree) {
      Tree body =
          tree instanceof MethodTree method
              ? method.getBody()
              : tree instanceof VariableTree field ? field.getInitializer() : null;
      int start = (int) positions.getStartPosition(unit, tree);
      String head =
          body == null
              ? tree instanceof ClassTree ? source.replaceAll("(?s)\\{.*", "") : source
              : source.substring(0, (int) positions.getStartPosition(unit, body) - start);
      return head.replaceAll("(?m)^\\s*@\\w+(\\([^)]*\\))?\\s+", "")
          .replaceAll("\\s+", " ")
          .replaceFirst("^public ", "")
          .replaceAll("\\s*[=;]?\\s*$", "")
          .strip();
    }
  }
}
