package org.skipjack.net;

import java.util.LinkedHashMap;
import java.util.Map;

/** The options given to one word, each at most once. */
final class Options {
  private final Map<Class<?>, Option> given;

  private Options(Map<Class<?>, Option> given) {
    this.given = given;
  }

  static Options of(String word, Option... options) {
    Map<Class<?>, Option> given = new LinkedHashMap<>();
    for (Option option : options) {
      Class<?> kind = option instanceof Shortcut ? Shortcut.class : option.getClass();
      Option earlier = given.put(kind, option);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "%s was given two options of one kind, %s and %s.%nFix: keep one of them"
                .formatted(word, NetPrinter.print(earlier), NetPrinter.print(option)));
      }
    }
    return new Options(given);
  }

  boolean has(Class<? extends Option> kind) {
    return given.containsKey(kind);
  }

  int kernelSize(int otherwise) {
    return given.get(Option.KernelSize.class) instanceof Option.KernelSize o
        ? o.value()
        : otherwise;
  }

  int stride(int otherwise) {
    return given.get(Option.Stride.class) instanceof Option.Stride o ? o.value() : otherwise;
  }

  int padding(int otherwise) {
    return given.get(Option.Padding.class) instanceof Option.Padding o ? o.value() : otherwise;
  }

  int width(int otherwise) {
    return given.get(Option.Width.class) instanceof Option.Width o ? o.value() : otherwise;
  }

  int classes(int otherwise) {
    return given.get(Option.Classes.class) instanceof Option.Classes o ? o.value() : otherwise;
  }

  Shortcut shortcut(Shortcut otherwise) {
    return given.get(Shortcut.class) instanceof Shortcut o ? o : otherwise;
  }
}
