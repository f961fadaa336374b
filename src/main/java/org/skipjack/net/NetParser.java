package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.net.Option.ConvOption;
import org.skipjack.net.Option.PoolOption;

/**
 * Reads the text form of a net: a chain of the language's words, without a compiler.
 *
 * <pre>{@code
 * net    = ("net" "()" | family) call*          call   = "." word "(" [argument ("," argument)*] ")"
 * family = ("resnet" | "plain") "(" depth options ")"
 * argument = number | string | option "(" [number] ")" | name "->" name call*
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
    int start = position;
    String word = next("word");
    Net net =
        switch (word) {
          case "net" -> {
            arguments().requireAllUsed(word);
            yield Net.net();
          }
          case "resnet" -> family(start, Families::resnet);
          case "plain" -> family(start, Families::plain);
          default -> throw unknown(start, word, List.of("net", "resnet", "plain"));
        };
    net = calls(net);
    if (!text.substring(position).isBlank()) {
      throw error(position, "expected . and a word of the language, or the end");
    }
    return net;
  }

  private Net calls(Net net) {
    Net result = net;
    while (accept(".")) {
      result = call(result);
    }
    return result;
  }

  private Net call(Net net) {
    int start = position;
    String word = next("word");
    Arguments given = arguments();
    Net longer =
        switch (word) {
          case "conv" -> net.conv(given.integer(), given.options(ConvOption.class));
          case "batchNorm" -> net.batchNorm();
          case "relu" -> net.relu();
          case "sigmoid" -> net.sigmoid();
          case "tanh" -> net.tanh();
          case "maxPool" -> net.maxPool(given.options(PoolOption.class));
          case "avgPool" -> net.avgPool(given.options(PoolOption.class));
          case "globalAvgPool" -> net.globalAvgPool();
          case "flatten" -> net.flatten();
          case "dense" -> net.dense(given.integer());
          case "dropout" -> net.dropout(given.number());
          case "residual" -> net.residual(given.shortcut(), given.body());
          case "block" -> net.block(given.body());
          case "repeat" -> net.repeat(given.integer(), given.body());
          case "named" -> net.named(given.string());
          case "plain" -> net.plain();
          default -> throw unknown(start, word, Words.LAYERS);
        };
    given.requireAllUsed(word);
    return longer;
  }

  private interface Family {
    Net of(int depth, Option.FamilyOption... options);
  }

  private Net family(int start, Family family) {
    Arguments given = arguments();
    Net net = family.of(given.integer(), given.options(Option.FamilyOption.class));
    given.requireAllUsed(text.substring(start, position));
    return net;
  }

  /** A number, a string, an option or the net of a block, and where it stands. */
  private record Argument(int start, Object value) {}

  /** The arguments of one call, taken by kind and each once. */
  private final class Arguments {
    private final int start = position;
    private final List<Argument> left = new ArrayList<>();

    private boolean has(Class<?> kind) {
      return left.stream().anyMatch(argument -> kind.isInstance(argument.value()));
    }

    private <T> T take(Class<T> kind, String what) {
      for (Argument argument : left) {
        if (kind.isInstance(argument.value())) {
          left.remove(argument);
          return kind.cast(argument.value());
        }
      }
      throw error(start, "expected " + what);
    }

    int integer() {
      double value = number();
      if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
        throw error(start, "expected a whole number, not " + value);
      }
      return (int) value;
    }

    double number() {
      return take(Double.class, "a number");
    }

    String string() {
      return take(String.class, "a name in double quotes");
    }

    Shortcut shortcut() {
      return has(Shortcut.class) ? take(Shortcut.class, "a shortcut") : new Shortcut.Automatic();
    }

    UnaryOperator<Net> body() {
      Net body = take(Net.class, "a block such as b -> b.conv(64).relu()");
      return net -> body.layers().stream().reduce(net, Net::with, (a, b) -> b);
    }

    @SuppressWarnings("unchecked")
    <T extends Option> T[] options(Class<T> kind) {
      List<T> options = new ArrayList<>();
      while (has(kind)) {
        options.add(take(kind, "an option"));
      }
      return options.toArray((T[]) java.lang.reflect.Array.newInstance(kind, 0));
    }

    void requireAllUsed(String word) {
      if (!left.isEmpty()) {
        throw error(left.get(0).start(), "'" + word + "' takes no such argument");
      }
    }
  }

  private Arguments arguments() {
    expect("(");
    Arguments given = new Arguments();
    if (!accept(")")) {
      do {
        int start = position;
        given.left.add(new Argument(start, argument()));
      } while (accept(","));
      expect(")");
    }
    return given;
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
    return accept("->") ? body(token) : option(start, token);
  }

  private Net body(String parameter) {
    int start = position;
    if (!next("word").equals(parameter)) {
      throw error(start, "expected " + parameter + ", the net that the block is given");
    }
    return calls(Net.net());
  }

  private Option option(int start, String word) {
    Arguments given = arguments();
    Option option =
        switch (word) {
          case "kernelSize" -> Option.kernelSize(given.integer());
          case "stride" -> Option.stride(given.integer());
          case "padding" -> Option.padding(given.integer());
          case "width" -> Option.width(given.integer());
          case "classes" -> Option.classes(given.integer());
          case "bias" -> Option.bias();
          case "identity" -> Option.identity();
          case "zeroPad" -> Option.zeroPad();
          case "projection" -> Option.projection();
          case "projectionWhereNeeded" -> Option.projectionWhereNeeded();
          default -> throw unknown(start, word, Words.OPTIONS);
        };
    given.requireAllUsed(word);
    return option;
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
  private String next(@org.jspecify.annotations.Nullable String kind) {
    matcher.region(position, text.length());
    if (!matcher.lookingAt() || (kind != null && matcher.group(kind) == null)) {
      throw error(position, kind == null ? "expected an argument" : "expected a " + kind);
    }
    position = matcher.end();
    String string = matcher.group("string");
    return string != null ? string : matcher.group().trim();
  }

  private IllegalArgumentException unknown(int at, String word, List<String> known) {
    return error(
        at, "'" + word + "' is no word of the language here" + Words.didYouMean(word, known));
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
