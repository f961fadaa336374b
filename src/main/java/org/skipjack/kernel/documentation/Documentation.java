package org.skipjack.kernel.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what the Javadoc of the language, and of libraries that were added, says of a name. */
public final class Documentation {
  private static final String ROOT = "org.skipjack.";
  private static final String FOLDER = "/META-INF/skipjack/sources/";

  /** Where a type is looked for of which only the simple name is known. */
  private static final List<String> PACKAGES =
      List.of(
          "",
          "net.",
          "train.",
          "data.",
          "experiment.",
          "experiment.sweep.",
          "plot.",
          "view.",
          "tribuo.",
          "graph.",
          "data.catalog.",
          "kernel.display.",
          "kernel.live.");

  /** The types whose words are used without naming them. */
  private static final List<String> WORDS =
      List.of("Language", "Experiments", "Skipjack", "net.Net", "net.Option", "train.Training");

  private static final Pattern OWNER = Pattern.compile("((?:[a-z_]\\w*\\.)+)([A-Z][\\w.]*)");

  private final LibraryDocs libraryDocs;

  /** What is written here and in libraries. */
  public Documentation(LibraryDocs libraryDocs) {
    this.libraryDocs = libraryDocs;
  }

  /** A type and the text of its file. */
  private record Found(String type, String simpleName, SourceFile file) {
    Stream<Member> members() {
      return file.members().stream().filter(member -> member.owner().equals(simpleName));
    }
  }

  /**
   * What is written of a name.
   *
   * @param signatureName of what JShell found
   */
  public Optional<Documented> of(SignatureName signatureName) {
    return type(signatureName.owner())
        .flatMap(
            found ->
                found
                    .members()
                    .filter(signatureName::isOf)
                    .findFirst()
                    .map(member -> documented(found, member)));
  }

  /** What a page of Javadoc's says of a name whose source is not at hand. */
  public Optional<String> ofPage(SignatureName signatureName) {
    Matcher split = OWNER.matcher(signatureName.owner());
    return split.matches()
        ? libraryDocs
            .page(split.group(1).replace('.', '/') + split.group(2) + ".html")
            .flatMap(html -> new JavadocPage(html).comment(signatureName))
        : Optional.empty();
  }

  /**
   * What is written of a word that stands alone: a type, or a method of the language; all of that
   * name.
   */
  public List<Documented> ofWord(String word) {
    Optional<Documented> type = of(SignatureName.ofType(word));
    return type.isPresent()
        ? List.of(type.get())
        : WORDS.stream()
            .map(name -> type(ROOT + name))
            .flatMap(Optional::stream)
            .map(found -> members(found, word))
            .filter(all -> !all.isEmpty())
            .findFirst()
            .orElse(List.of());
  }

  /** The members of a name, nested types among them. */
  private List<Documented> members(Found found, String name) {
    return found.file().members().stream()
        .filter(one -> one.isType() ? one.owner().endsWith("." + name) : one.name().equals(name))
        .map(one -> documented(found, one))
        .toList();
  }

  private Documented documented(Found found, Member member) {
    String comment = member.comment();
    String more = comment.isEmpty() ? "" : seen(found, JavadocComment.of(comment)).orElse("");
    String owner = member.isType() ? found.type().replaceFirst("\\.[A-Z].*", "") : found.type();
    return new Documented(
        member.signature(),
        owner,
        more.isEmpty() ? comment : comment + "\n\n<p>" + more,
        Optional.of(member.source()));
  }

  /** The comment that another says to see. */
  private Optional<String> seen(Found found, JavadocComment javadocComment) {
    return javadocComment
        .seen()
        .flatMap(
            reference -> {
              String[] parts = reference.replaceFirst("\\(.*", "").split("#", 2);
              String type = parts[0].isEmpty() ? found.type() : found.file().resolve(parts[0]);
              String name = parts.length == 1 ? "" : parts[1];
              return type(type)
                  .flatMap(
                      there ->
                          there
                              .members()
                              .filter(member -> member.name().equals(name))
                              .map(Member::comment)
                              .filter(said -> !said.isEmpty())
                              .findFirst());
            });
  }

  /** A type by its full name, or, if that is all that is known, by its simple one. */
  private Optional<Found> type(String name) {
    String packageName = name.replaceFirst("\\.?[A-Z].*", "");
    if (packageName.equals(name)) { // a variable
      return Optional.empty();
    }
    String simple = packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
    Stream<String> packages =
        packageName.isEmpty()
            ? PACKAGES.stream().map(one -> ROOT + one)
            : Stream.of(packageName + ".");
    return packages.map(one -> found(one, simple)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Found> found(String packageName, String simple) {
    String file = packageName.replace('.', '/') + simple.replaceFirst("\\..*", "") + ".java";
    return own(file)
        .or(() -> libraryDocs.source(file))
        .map(text -> new Found(packageName + simple, simple, SourceFile.of(text)));
  }

  private static Optional<String> own(String file) {
    try (InputStream in = Documentation.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
