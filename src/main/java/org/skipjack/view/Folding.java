package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.net.RepeatedLayers;

/**
 * Equal neighbors of one level, drawn or listed once.
 *
 * @param parts the neighbors that stand for all
 * @param times how often they stand there in a row
 * @param last the last part of the last time
 */
record Folding(List<Part> parts, int times, Part last) {

  /** The parts of a level, folded. */
  static List<Folding> of(List<Part> parts) {
    List<List<Object>> signatures = parts.stream().map(Part::signature).toList();
    List<Folding> folded = new ArrayList<>();
    for (RepeatedLayers repeatedLayers :
        RepeatedLayers.find(signatures, (part, times) -> (times - 1) * part.size())) {
      int end = repeatedLayers.start() + repeatedLayers.length();
      Part last =
          parts.get(repeatedLayers.start() + repeatedLayers.length() * repeatedLayers.times() - 1);
      folded.add(
          new Folding(parts.subList(repeatedLayers.start(), end), repeatedLayers.times(), last));
    }
    return folded;
  }

  /** Each part once for each time that it stands there. */
  static List<Folding> none(List<Part> parts) {
    return parts.stream().map(part -> new Folding(List.of(part), 1, part)).toList();
  }

  boolean isRepeated() {
    return times > 1;
  }

  /** The learned values of all repetitions together. */
  long parameters() {
    return times * parts.stream().mapToLong(Part::parameters).sum();
  }

  /** The multiply-accumulates of all repetitions together. */
  long macs() {
    return times * parts.stream().mapToLong(Part::macs).sum();
  }

  /** {@code 17 × block2}, or {@code 17 × (block2, relu2)}. */
  String title() {
    String names = String.join(", ", parts.stream().map(Part::name).toList());
    return times + " × " + (parts.size() == 1 ? names : "(" + names + ")");
  }
}
