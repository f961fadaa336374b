package org.skipjack.train;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** News for two listeners, of which the second hears it even if the first throws. */
public final class TellBoth {
  private TellBoth() {}

  /**
   * Tells the first and then the second. Throws what the first threw, with what the second threw
   * beside as suppressed.
   */
  public static <T> void tell(T first, T second, Consumer<? super T> news) {
    @Nullable Throwable failure = failure(first, news);
    @Nullable Throwable another = failure(second, news);
    if (failure != null && another != null && failure != another) {
      failure.addSuppressed(another);
    }
    @Nullable Throwable thrown = failure == null ? another : failure;
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private static <T> @Nullable Throwable failure(T told, Consumer<? super T> news) {
    try {
      news.accept(told);
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }
}
