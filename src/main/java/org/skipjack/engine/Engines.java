package org.skipjack.engine;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines of this installation. */
public final class Engines {
  private Engines() {}

  /** All engines, the one with the highest rank first. */
  public static List<Engine> all() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Engine::rank).reversed())
        .toList();
  }

  /**
   * The best engine that works on this machine.
   *
   * @throws IllegalStateException if none does: the message says why of each
   */
  public static Engine best() {
    return all().stream()
        .filter(engine -> engine.obstacle().isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no engine works here: " + obstacles()));
  }

  /**
   * The engine of a name.
   *
   * @throws IllegalArgumentException if there is none, or it does not work on this machine
   */
  public static Engine named(String name) {
    Engine engine =
        all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no engine called \"%s\".%nFix: --engine with one of %s"
                            .formatted(name, names())));
    engine
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(
                  "the engine %s does not work here: %s.%nFix: leave --engine out"
                      .formatted(name, obstacle));
            });
    return engine;
  }

  private static String names() {
    return all().stream().map(Engine::name).collect(Collectors.joining(", "));
  }

  private static String obstacles() {
    return all().stream()
        .map(engine -> engine.name() + ": " + engine.obstacle().orElse("works"))
        .collect(Collectors.joining("; "));
  }
}
