package org.skipjack.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.skipjack.view.Part.Kind;

/**
 * A net as a column of marks, from its input down to its output, before anybody knows where they
 * go.
 */
final class DiagramLayout {

  /** Something in the column, or a border of what lies around things in it. */
  record Mark(Type type, String key, String text) {}

  /** The type of a mark. */
  enum Type {
    /** A layer with weights. */
    BOX,
    /** Layers without weights that follow each other. */
    PILL,
    /** Where the two branches of a residual block part. */
    FORK,
    /** The addition in which they meet; its text says what the shortcut does, if it does. */
    ADD,
    /** The start of what is repeated; its text says how often. */
    REPEAT,
    /** Its end. */
    END_REPEAT,
    /** The start of a group that the user named. */
    STAGE,
    /** Its end. */
    END_STAGE
  }

  /** Of what shortcuts are made of, what says what they do. */
  private static final Set<String> TELLING =
      Set.of("zeroPad", "projection", "scale", "dropout", "gate");

  private final List<Mark> marks = new ArrayList<>();
  private final Deque<Part> pill = new ArrayDeque<>();

  private DiagramLayout() {}

  /** The marks of a net. */
  static List<Mark> of(Part net) {
    DiagramLayout diagramLayout = new DiagramLayout();
    diagramLayout.pill("input", net.input().toString());
    diagramLayout.draw(net.parts());
    diagramLayout.flush();
    return diagramLayout.marks;
  }

  private void draw(List<Part> parts) {
    for (Folding folding : Folding.of(parts)) {
      String first = folding.parts().get(0).path();
      if (folding.isRepeated()) {
        mark(Type.REPEAT, first, "× " + folding.times());
      }
      folding.parts().forEach(this::draw);
      if (folding.isRepeated()) {
        mark(Type.END_REPEAT, first, "");
      }
    }
  }

  private void draw(Part part) {
    switch (part.kind()) {
      case LAYER -> pill.add(part);
      case WEIGHTED -> mark(Type.BOX, part.path(), weighted(part));
      case RESIDUAL -> residual(part);
      case GROUP, NET -> group(part);
      case SHORTCUT, ADDITION -> {}
    }
  }

  private void residual(Part part) {
    mark(Type.FORK, part.path(), "");
    draw(part.parts().stream().filter(inside -> !isShortcut(inside)).toList());
    String shortcut =
        part.parts().stream()
            .filter(inside -> inside.kind() == Kind.SHORTCUT && TELLING.contains(inside.word()))
            .map(DiagramLayout::shortcut)
            .collect(Collectors.joining(", "));
    mark(Type.ADD, part.path(), shortcut);
  }

  private static boolean isShortcut(Part part) {
    return part.kind() == Kind.SHORTCUT || part.kind() == Kind.ADDITION;
  }

  private void group(Part part) {
    boolean named = !part.name().matches("block[0-9]+");
    if (named) {
      mark(Type.STAGE, part.path(), part.name() + "\n" + part.output());
    }
    draw(part.parts());
    if (named) {
      mark(Type.END_STAGE, part.path(), "");
    }
  }

  private void mark(Type type, String key, String text) {
    flush();
    marks.add(new Mark(type, key, text));
  }

  /** Ends a row of layers without weights. */
  private void flush() {
    if (!pill.isEmpty()) {
      String text = pill.stream().map(DiagramLayout::plainly).collect(Collectors.joining(" · "));
      pill(pill.getFirst().path(), text);
      pill.clear();
    }
  }

  private void pill(String key, String text) {
    marks.add(new Mark(Type.PILL, key, text));
  }

  /** {@code 3×3 conv, 64, /2}, as the papers' figures have it. */
  private static String weighted(Part part) {
    String channels = Numbers.grouped(part.output().channels());
    if (part.caption().isEmpty()) {
      return spaced(part.word()) + ", " + channels;
    }
    String[] words = part.caption().split(", ", 2);
    return words[0]
        + " "
        + spaced(part.word())
        + ", "
        + channels
        + (words.length > 1 ? ", " + words[1] : "");
  }

  private static String shortcut(Part part) {
    return part.caption().isEmpty()
        ? spaced(part.word())
        : spaced(part.word()) + " " + part.caption();
  }

  private static String plainly(Part part) {
    String word = spaced(part.word());
    return part.caption().isEmpty() ? word : word + " " + part.caption();
  }

  /** {@code batch norm} for {@code batchNorm}. */
  private static String spaced(String word) {
    return word.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
  }
}
