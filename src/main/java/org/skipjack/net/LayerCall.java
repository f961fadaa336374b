package org.skipjack.net;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A word of the language with what stands in its parentheses: what the text form of a net and its
 * JSON form have in common.
 *
 * @param word such as {@code conv}
 * @param values the numbers and texts, in order: {@link Integer}, {@link Double} or {@link String}
 * @param options the options, in order
 * @param body the block of {@code residual}, {@code block} or {@code repeat}
 * @param name the name that the user gave to the layer
 */
record LayerCall(
    String word,
    List<Object> values,
    List<Option> options,
    Optional<Net> body,
    Optional<String> name) {

  /** Copies the lists. */
  public LayerCall {
    values = List.copyOf(values);
    options = List.copyOf(options);
  }

  /** A call without options and without a block. */
  static LayerCall of(String word, Object... values) {
    return new LayerCall(word, List.of(values), List.of(), Optional.empty(), Optional.empty());
  }

  /** This call with options. */
  LayerCall options(List<? extends Option> changed) {
    return new LayerCall(word, values, List.copyOf(changed), body, name);
  }

  /** This call with a block. */
  LayerCall body(Net changed) {
    return new LayerCall(word, values, options, Optional.of(changed), name);
  }

  /** This call with a name. */
  LayerCall name(@Nullable String changed) {
    return new LayerCall(word, values, options, body, Optional.ofNullable(changed));
  }

  int integer(int index) {
    return (Integer) values.get(index);
  }

  double number(int index) {
    return ((Number) values.get(index)).doubleValue();
  }

  double number(int index, double otherwise) {
    return index < values.size() ? number(index) : otherwise;
  }

  String text(int index) {
    return (String) values.get(index);
  }

  /** The options of a type, as Java's words take them. */
  <T extends Option> T[] options(Class<T> type) {
    @SuppressWarnings("unchecked") // an array of that type
    T[] none = (T[]) java.lang.reflect.Array.newInstance(type, 0);
    return options.stream().filter(type::isInstance).map(type::cast).toList().toArray(none);
  }

  /** The block as a function: its layers behind those of the net that it is given. */
  UnaryOperator<Net> block() {
    return net -> {
      Net all = body.orElseThrow().layers().stream().reduce(net, Net::with, (a, b) -> b);
      return body.orElseThrow().silenced().stream().reduce(all, Net::silence, (a, b) -> b);
    };
  }
}
