package org.skipjack.kernel.display;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The renderers at hand, and the one for a value: that of its class, or the nearest above it. */
public final class Renderers {
  private final Map<Class<?>, Renderer<?>> byType = new ConcurrentHashMap<>();
  private final List<String> unusable = new ArrayList<>();

  private Renderers() {}

  /** Those that are named in the jars a loader can see. */
  public static Renderers of(ClassLoader loader) {
    Renderers renderers = new Renderers();
    renderers.load(loader);
    return renderers;
  }

  /** Adds those that a loader has come to see; one that cannot be made is left out. */
  public synchronized void load(ClassLoader loader) {
    var providers = ServiceLoader.load(Renderer.class, loader).stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        add(providers.next().get());
      } catch (ServiceConfigurationError e) {
        unusable.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Adds one; it takes the place of another of its type. */
  public void add(Renderer<?> renderer) {
    byType.put(renderer.type(), renderer);
  }

  /** All of them. */
  public List<Renderer<?>> all() {
    return List.copyOf(byType.values());
  }

  /** What was named somewhere and could not be made. */
  public synchronized List<String> unusable() {
    return List.copyOf(unusable);
  }

  /** The renderer for values of a class, if there is one. */
  public Optional<Renderer<?>> find(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    Set<Class<?>> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Class<?> next = open.removeFirst();
      if (byType.containsKey(next)) {
        return Optional.ofNullable(byType.get(next));
      }
      if (seen.add(next)) {
        if (next.getSuperclass() != null && next.getSuperclass() != Object.class) {
          open.addLast(next.getSuperclass());
        }
        open.addAll(List.of(next.getInterfaces()));
      }
    }
    return Optional.empty();
  }

  /**
   * A value as it is shown; by its {@code toString} if nothing else is known of it, an array by its
   * type, its lengths and its first elements.
   */
  public Rendering render(Object value) {
    if (value instanceof Rendering rendering) {
      return rendering;
    }
    return find(value.getClass())
        .map(renderer -> apply(renderer, value))
        .orElseGet(
            () ->
                Rendering.text(
                    value.getClass().isArray()
                        ? ArrayText.of(value)
                        : String.valueOf((Object) value.toString())));
  }

  private static <T> Rendering apply(Renderer<T> renderer, Object value) {
    return renderer.render(renderer.type().cast(value));
  }
}
