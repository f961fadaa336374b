package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skipjack.net.LayerRegistry.Kind;
import org.skipjack.net.LayerRegistry.Value;
import org.skipjack.net.LayerRegistry.Word;

/**
 * Reads the text form of a net: a chain of the language's words, without a compiler.
 *
 * <pre>{@code
 * net      = ("net" "()" | family "(" arguments ")") call*
 * call     = "." word "(" [argument ("," argument)*] ")"
 * argument = number | string | option "(" [argument ("," argument)*] ")"
 *          | name "->" name call* | block "(" arguments ")"
 * }</pre>
 */
final class NetParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<word>[A-Za-z_]\\w*)|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?)"
              + "|\"(?<string>[^\"]*)\"|(?<sign>->|[().,]))");

  private final String text;
  private final Matcher matcher;
  private int position;

  NetParser(String text) {
    this.text = text;
    this.matcher = TOKEN.matcher(text);
  }

  Net parse() {
    Net net = calls(call(LayerRegistry.STARTS, Net.net()));
    if (!text.substring(position).isBlank()) {
      throw error(position, "expected . and a word of the language, or the end");
    }
    return net;
  }

  private Net calls(Net net) {
    Net result = net;
    while (accept(".")) {
      result = call(LayerRegistry.LAYERS, result);
    }
    return result;
  }

  /** Reads a word and its arguments, and applies it. */
  private <T> T call(List<Word<T>> words, Net net) {
    int start = position;
    String name = next("word");
    Word<T> word =
        LayerRegistry.find(words, name)
            .orElseThrow(() -> unknown(start, name, LayerRegistry.names(words)));
    return word.apply(net, arguments(word));
  }

  /** A number, a string, an option or the net of a block, and where it stands. */
  private record Argument(int start, Object value) {}

  private LayerCall arguments(Word<?> word) {
    expect("(");
    int start = position;
    List<Argument> given = new ArrayList<>();
    if (!accept(")")) {
      do {
        int at = position;
        given.add(new Argument(at, argument(word, given)));
      } while (accept(","));
      expect(")");
    }
    return fit(word, start, given);
  }

  /** Takes the arguments by kind, each once. */
  private LayerCall fit(Word<?> word, int start, List<Argument> given) {
    List<Argument> left = new ArrayList<>(given);
    List<Object> values = new ArrayList<>();
    for (Value value : word.values()) {
      if (!value.optional()
          || left.stream().anyMatch(argument -> argument.value() instanceof Double)) {
        values.add(value(value, start, left));
      }
    }
    List<Option> options =
        left.stream()
            .map(Argument::value)
            .filter(Option.class::isInstance)
            .map(Option.class::cast)
            .filter(word::takes)
            .toList();
    left.removeIf(argument -> options.contains(argument.value()));
    LayerCall layerCall = LayerCall.of(word.name(), values.toArray()).options(options);
    if (word.body()) {
      Net body =
          take(left, Net.class)
              .orElseThrow(() -> error(start, "expected a block such as b -> b.conv(64).relu()"));
      layerCall = layerCall.body(body);
    }
    if (!left.isEmpty()) {
      throw error(left.get(0).start(), "'" + word.name() + "' takes no such argument");
    }
    return layerCall;
  }

  private Object value(Value value, int start, List<Argument> left) {
    if (value.kind() == Kind.TEXT) {
      return take(left, String.class)
          .orElseThrow(() -> error(start, "expected a name in double quotes"));
    }
    double number = take(left, Double.class).orElseThrow(() -> error(start, "expected a number"));
    if (value.kind() == Kind.NUMBER) {
      return number;
    }
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw error(start, "expected a whole number, not " + number);
    }
    return (int) number;
  }

  private static <T> Optional<T> take(List<Argument> left, Class<T> kind) {
    Optional<Argument> found =
        left.stream().filter(argument -> kind.isInstance(argument.value())).findFirst();
    found.ifPresent(left::remove);
    return found.map(argument -> kind.cast(argument.value()));
  }

  /** What stands in a repeat is counted as it is read. */
  private Object argument(Word<?> word, List<Argument> before) {
    Optional<Double> times =
        word.name().equals("repeat")
            ? before.stream()
                .map(Argument::value)
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(number -> number > 0 && number <= Integer.MAX_VALUE)
                .findFirst()
            : Optional.empty();
    return times.isPresent()
        ? Repetition.within(times.get().intValue(), this::argument)
        : argument();
  }

  private Object argument() {
    int start = position;
    String token = next(null);
    if (matcher.group("number") != null) {
      return Double.valueOf(token);
    }
    if (matcher.group("string") != null) {
      return token;
    }
    if (matcher.group("word") == null) {
      throw error(start, "expected a number, a name, an option or a block");
    }
    if (accept("->")) {
      return body(token);
    }
    position = start;
    return LayerRegistry.find(LayerRegistry.BLOCKS, token).isPresent()
        ? call(LayerRegistry.BLOCKS, Net.net())
        : call(LayerRegistry.OPTIONS, Net.net());
  }

  private Net body(String parameter) {
    int start = position;
    if (!next("word").equals(parameter)) {
      throw error(start, "expected " + parameter + ", the net that the block is given");
    }
    return calls(Net.net());
  }

  private boolean accept(String sign) {
    matcher.region(position, text.length());
    if (matcher.lookingAt() && sign.equals(matcher.group("sign"))) {
      position = matcher.end();
      return true;
    }
    return false;
  }

  private void expect(String sign) {
    if (!accept(sign)) {
      throw error(position, "expected " + sign);
    }
  }

  /** The next token, of the kind asked for unless that is null. */
  private String next(@Nullable String kind) {
    matcher.region(position, text.length());
    if (!matcher.lookingAt() || (kind != null && matcher.group(kind) == null)) {
      throw error(position, kind == null ? "expected an argument" : "expected a " + kind);
    }
    position = matcher.end();
    String string = matcher.group("string");
    return string != null ? string : matcher.group().trim();
  }

  private IllegalArgumentException unknown(int at, String word, List<String> known) {
    boolean layer = at == 0 && LayerRegistry.find(LayerRegistry.LAYERS, word).isPresent();
    String hint = layer ? "; a net begins with net()" : LayerRegistry.didYouMean(word, known);
    return error(at, "'" + word + "' is no word of the language here" + hint);
  }

  private IllegalArgumentException error(int start, String what) {
    int at = start;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int from = Math.max(0, at - 40);
    int to = Math.min(text.length(), at + 40);
    String shown = text.substring(from, to).replaceAll("\\s", " ");
    return new IllegalArgumentException(
        "this is not the text of a net: %s%s%n%n    %s%n    %s^%n%n"
                .formatted(what, what.endsWith("?") ? "" : ".", shown, " ".repeat(at - from))
            + "Fix: write it as net().conv(16).batchNorm().relu().globalAvgPool().dense(10)");
  }
}
