package org.skipjack.net;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The options given to one word, at most one of a kind. */
final class Options {
  private final Map<String, Option> given;

  private Options(Map<String, Option> given) {
    this.given = given;
  }

  static Options of(String word, Option... options) {
    Map<String, Option> given = new LinkedHashMap<>();
    for (Option option : options) {
      Option earlier = given.put(option.kind(), option);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "%s was given two options of one kind, %s and %s.%nFix: keep one of them"
                .formatted(word, earlier.text(), option.text()));
      }
    }
    return new Options(given);
  }

  /** The options, with one that the word itself implies. */
  static Options implying(String word, Option implied, Option... options) {
    return of(word, Stream.concat(Stream.of(implied), Stream.of(options)).toArray(Option[]::new));
  }

  /** These options and another, in place of the one of its kind. */
  Options with(Option option) {
    Map<String, Option> changed = new LinkedHashMap<>(given);
    changed.put(option.kind(), option);
    return new Options(changed);
  }

  boolean has(Class<? extends Option> type) {
    return given.values().stream().anyMatch(type::isInstance);
  }

  /** The window of a convolution: 3×3, and as much padding as keeps the size, unless given. */
  Window convWindow() {
    int kernelSize = kernelSize(3);
    int dilation = get(Option.Dilation.class, Option.Dilation::value, 1);
    int padding = padding(Window.samePadding(Math.max(1, kernelSize), Math.max(1, dilation)));
    return new Window(kernelSize, stride(1), padding, dilation);
  }

  /** The window of pooling: 2×2 and a stride of its own size, unless given. */
  Window poolWindow() {
    int kernelSize = kernelSize(2);
    return new Window(kernelSize, stride(kernelSize), padding(0));
  }

  int kernelSize(int otherwise) {
    return get(Option.KernelSize.class, Option.KernelSize::value, otherwise);
  }

  int stride(int otherwise) {
    return get(Option.Stride.class, Option.Stride::value, otherwise);
  }

  int padding(int otherwise) {
    return get(Option.Padding.class, Option.Padding::value, otherwise);
  }

  int width(int otherwise) {
    return get(Option.Width.class, Option.Width::value, otherwise);
  }

  int classes(int otherwise) {
    return get(Option.Classes.class, Option.Classes::value, otherwise);
  }

  /** The option of a type, or another where it was not given. */
  <T extends Option> T get(Class<T> type, T otherwise) {
    return get(type, option -> option, otherwise);
  }

  /** What the option of a type says, or something else where it was not given. */
  <T extends Option, V> V get(Class<T> type, Function<T, V> value, V otherwise) {
    return given.values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .map(value)
        .orElse(otherwise);
  }
}
