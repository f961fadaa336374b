package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.experiment.runner.ExperimentListener;

class TellBothTest {
  private final List<String> told = new ArrayList<>();

  static Stream<Arguments> news() {
    return Stream.concat(
        newsOf(TrainingListener.class, TrainingListener::and),
        newsOf(ExperimentListener.class, ExperimentListener::and));
  }

  private static <T> Stream<Arguments> newsOf(Class<T> type, BinaryOperator<T> and) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getReturnType() == void.class)
        .map(method -> Arguments.of(type, and, method));
  }

  @ParameterizedTest
  @MethodSource("news")
  <T> void the_second_is_told_though_the_first_throws(
      Class<T> type, BinaryOperator<T> and, Method news) {
    RuntimeException first = new IllegalStateException("first");
    Error second = new AssertionError("second");
    T both = and.apply(throwing(type, first), throwing(type, second));

    Throwable thrown = catchThrowable(() -> tell(both, news));

    assertThat(thrown).isSameAs(first).hasSuppressedException(second);
    assertThat(told).containsExactly("first " + news.getName(), "second " + news.getName());
  }

  @ParameterizedTest
  @MethodSource("news")
  <T> void what_the_second_throws_is_thrown(Class<T> type, BinaryOperator<T> and, Method news)
      throws Exception {
    Error second = new AssertionError("second");
    T silent = silent(type);

    Throwable thrown = catchThrowable(() -> tell(and.apply(silent, throwing(type, second)), news));

    assertThat(thrown).isSameAs(second).hasNoSuppressedExceptions();
  }

  private static void tell(Object listener, Method news) throws Throwable {
    news.setAccessible(true);
    try {
      news.invoke(listener, new Object[news.getParameterCount()]);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private <T> T throwing(Class<T> type, Throwable failure) {
    return type.cast(
        Proxy.newProxyInstance(
            loader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("and")) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              told.add(failure.getMessage() + " " + method.getName());
              throw failure;
            }));
  }

  private static <T> T silent(Class<T> type) throws ReflectiveOperationException {
    return type.cast(type.getField("SILENT").get(null));
  }

  private static ClassLoader loader() {
    return TellBothTest.class.getClassLoader();
  }
}
