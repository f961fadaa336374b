package org.skipjack.net.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.net.LayerCall;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.LayerRegistry.Kind;
import org.skipjack.net.LayerRegistry.Word;
import org.skipjack.net.Net;
import org.skipjack.net.Option;

/**
 * An option as a member of a layer's object: its kind is the member's name.
 *
 * @param name the kind, such as {@code stride} or {@code shortcut}
 * @param words the words that say what it is; one of the kind's own name where there is no choice
 */
record Field(String name, List<Word<Option>> words) {
  /** A number that every option accepts. */
  private static final double SAMPLE = 0.5;

  /** The options that a word takes, by kind, in the order of the table. */
  static Map<String, Field> of(Word<?> word) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Word<Option> option : LayerRegistry.OPTIONS) {
      Option sample = sample(option);
      if (word.takes(sample)) {
        fields.merge(
            sample.kind(), new Field(sample.kind(), List.of(option)), (a, b) -> a.and(option));
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  private Field and(Word<Option> word) {
    List<Word<Option>> more = new ArrayList<>(words);
    more.add(word);
    return new Field(name, List.copyOf(more));
  }

  private static Option sample(Word<Option> word) {
    Object[] values =
        word.values().stream()
            .map(value -> value.kind() == Kind.INTEGER ? (Object) 1 : (Object) SAMPLE)
            .toArray();
    return word.apply(Net.net(), LayerCall.of(word.name(), values));
  }

  /** Whether the member's value says which option of the kind it is. */
  boolean isChoice() {
    return !words.get(0).name().equals(name);
  }
}
