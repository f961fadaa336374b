package org.skipjack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The words of a type that give the same thing back with a value set.
 *
 * @param type whose words they are
 * @param start something to say them of
 * @param seen what tells two of the type apart
 * @param words each word with each of its samples
 */
record Vocabulary<T>(Class<T> type, T start, Function<T, Object> seen, List<Word<T>> words) {

  /**
   * A word with a value.
   *
   * @param signature such as {@code "seed(long)"}
   * @param thing what it sets
   * @param adds whether it leaves what was said of the thing before
   */
  record Word<T>(String signature, String thing, boolean adds, UnaryOperator<T> said) {}

  static <T> Vocabulary<T> of(Class<T> type, T start) {
    return of(type, start, all -> all);
  }

  static <T> Vocabulary<T> of(Class<T> type, T start, Function<T, Object> seen) {
    return new Vocabulary<>(type, start, seen, new ArrayList<>());
  }

  /** A word that sets a thing, with two values. */
  Vocabulary<T> sets(String thing, String signature, UnaryOperator<T> one, UnaryOperator<T> other) {
    words.add(new Word<>(signature, thing, false, one));
    words.add(new Word<>(signature, thing, false, other));
    return this;
  }

  /** A word that adds to a thing, with two values. */
  Vocabulary<T> adds(String thing, String signature, UnaryOperator<T> one, UnaryOperator<T> other) {
    words.add(new Word<>(signature, thing, true, one));
    words.add(new Word<>(signature, thing, true, other));
    return this;
  }

  /** What comes of some words. */
  Object after(List<Word<T>> sentence) {
    T all = start;
    for (Word<T> word : sentence) {
      all = word.said().apply(all);
    }
    return seen.apply(all);
  }

  /** Some words, in the order in which they are said. */
  List<Word<T>> sentence(Random random, int length) {
    List<Word<T>> sentence = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      sentence.add(words.get(random.nextInt(words.size())));
    }
    return sentence;
  }

  /** The same thing by thing, in any order of things, without what was said anew. */
  List<Word<T>> rearranged(List<Word<T>> sentence, Random random) {
    Map<String, List<Word<T>>> things = new LinkedHashMap<>();
    for (Word<T> word : sentence) {
      List<Word<T>> said = things.computeIfAbsent(word.thing(), thing -> new ArrayList<>());
      if (!word.adds()) {
        said.clear();
      }
      said.add(word);
    }
    List<List<Word<T>>> shuffled = new ArrayList<>(things.values());
    Collections.shuffle(shuffled, random);
    return shuffled.stream().flatMap(List::stream).toList();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
