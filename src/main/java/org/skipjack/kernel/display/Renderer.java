package org.skipjack.kernel.display;

/**
 * Shows values of one type. Found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.skipjack.kernel.display.Renderer}.
 *
 * @param <T> the type
 */
public interface Renderer<T> {

  /** The type; values of types below it are shown in the same way unless they have their own. */
  Class<T> type();

  /** The value, in words at least. */
  Rendering render(T value);
}
