package org.skipjack.net;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a net as an expression of the language, in one line. Each nesting has a lambda parameter
 * of its own (b, c, d, …), as Java asks for.
 */
final class NetPrinter {
  private static final int LETTERS = 'z' - 'b' + 1;

  private final int depth;

  private NetPrinter(int depth) {
    this.depth = depth;
  }

  static String print(Net net) {
    return "net()" + new NetPrinter(0).calls(net);
  }

  static String print(Layer layer) {
    return new NetPrinter(0).call(LayerCalls.of(layer));
  }

  static String print(Option option) {
    return option.keyword()
        + "("
        + arguments(option.arguments()).collect(Collectors.joining(", "))
        + ")";
  }

  private String calls(Net net) {
    return LayerCalls.of(net).stream().map(this::call).collect(Collectors.joining());
  }

  private String call(LayerCall layerCall) {
    Stream<String> before =
        Stream.concat(arguments(layerCall.values()), arguments(layerCall.options()));
    Stream<String> body = layerCall.body().map(this::lambda).stream();
    String all = Stream.concat(before, body).collect(Collectors.joining(", "));
    String name = layerCall.name().map(given -> ".named(\"" + given + "\")").orElse("");
    return "." + layerCall.word() + "(" + all + ")" + name;
  }

  private static Stream<String> arguments(List<?> values) {
    return values.stream()
        .map(
            value ->
                value instanceof Option option
                    ? print(option)
                    : value instanceof String text ? '"' + text + '"' : String.valueOf(value));
  }

  private String lambda(Net body) {
    String parameter = parameter();
    return parameter + " -> " + parameter + new NetPrinter(depth + 1).calls(body);
  }

  /** b to z, then b2 to z2, and so on. */
  private String parameter() {
    char letter = (char) ('b' + depth % LETTERS);
    return depth < LETTERS ? "" + letter : "" + letter + (depth / LETTERS + 1);
  }
}
