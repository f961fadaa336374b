package org.skipjack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation: its fenced blocks, and the code within its lines.
 *
 * <p>An HTML comment on the line before a block says how the block is tested:
 *
 * <ul>
 *   <li>{@code <!-- run with: A => B; C => D -->}: after these replacements,
 *   <li>{@code <!-- long: why -->}: only by the test tagged {@code pages}; otherwise it is compiled
 *       or parsed,
 *   <li>{@code <!-- compiled: why -->} or {@code <!-- parsed: why -->}: never run,
 *   <li>{@code <!-- error of: CODE -->}: a block of text that is the message of an error.
 * </ul>
 */
record Page(Path file, List<Block> blocks, List<String> lines) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:<!-- (run with|long|compiled|parsed|error of): (.*?) -->\\n)?```(\\w+)\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** A fenced block. */
  record Block(int line, String language, String text, String directive, String argument) {

    boolean is(String name) {
      return directive.equals(name);
    }

    /** The text after the replacements of its directive. */
    String replaced() {
      String changed = text;
      if (is("run with")) {
        for (String replacement : argument.split("; ", -1)) {
          String[] sides = replacement.split(" => ", -1);
          if (!changed.contains(sides[0])) {
            throw new IllegalArgumentException("nothing to replace: " + sides[0]);
          }
          changed = changed.replace(sides[0], sides[1]);
        }
      }
      return changed;
    }

    /** The commands of a block for a shell, one a line, without comments. */
    List<String> commands() {
      return replaced()
          .replace("\\\n", " ")
          .lines()
          .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  /** README.md and the pages of the manual. */
  static List<Page> all() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("src/docs"))) {
      List<Path> files =
          Stream.concat(
                  Stream.of(Path.of("README.md")),
                  pages.filter(file -> file.toString().endsWith(".md")).sorted())
              .toList();
      List<Page> read = new ArrayList<>();
      for (Path file : files) {
        read.add(read(file));
      }
      return read;
    }
  }

  static Page read(Path file) throws IOException {
    String text = Files.readString(file);
    List<Block> blocks = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      matcher.appendReplacement(prose, "");
      int line = 1 + (int) text.substring(0, matcher.start(3)).lines().count() - 1;
      blocks.add(
          new Block(
              line,
              matcher.group(3),
              matcher.group(4),
              Optional.ofNullable(matcher.group(1)).orElse(""),
              Optional.ofNullable(matcher.group(2)).orElse("")));
    }
    matcher.appendTail(prose);
    return new Page(file, blocks, prose.toString().lines().toList());
  }

  /** The texts between backticks outside of fenced blocks. */
  List<String> code() {
    return Pattern.compile("`([^`\\n]+)`")
        .matcher(String.join("\n", lines))
        .results()
        .map(found -> found.group(1).replace("\\|", "|"))
        .toList();
  }

  /** Where its links and pictures lead. */
  List<String> links() {
    return Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset)=\"([^\"]+)\"")
        .matcher(String.join("\n", lines))
        .results()
        .map(Page::target)
        .toList();
  }

  private static String target(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  /** The anchors that GitHub gives its headings. */
  List<String> anchors() {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
