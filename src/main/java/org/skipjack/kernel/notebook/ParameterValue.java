package org.skipjack.kernel.notebook;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value as it stands on a command line, for a variable.
 *
 * @param name the variable's
 * @param type as Java writes it
 * @param text the value: a number, a truth value or a text as it is; several for an array, with
 *     commas between them; for any other type, Java code
 */
record ParameterValue(String name, String type, String text) {
  private static final Set<String> TRUTHS = Set.of("true", "false");

  /**
   * The value as Java code.
   *
   * @throws IllegalArgumentException if it is none of the type
   */
  String code() {
    return type.endsWith("[]") ? array(type.substring(0, type.length() - 2)) : single(type, text);
  }

  private String array(String element) {
    String inner = text.strip().replaceAll("^[\\[{]|[\\]}]$", "");
    String values =
        inner.isBlank()
            ? ""
            : Arrays.stream(inner.split(",", -1))
                .map(one -> single(element, one.strip()))
                .collect(Collectors.joining(", "));
    return "new " + type + " {" + values + "}";
  }

  private String single(String of, String value) {
    String number = value.strip().replace("_", "");
    try {
      return switch (of) {
        case "byte", "Byte" -> "(byte) " + Byte.parseByte(number);
        case "short", "Short" -> "(short) " + Short.parseShort(number);
        case "int", "Integer" -> Integer.toString(Integer.parseInt(number));
        case "long", "Long" -> Long.parseLong(number) + "L";
        case "float", "Float" -> finite(Float.parseFloat(number)) + "f";
        case "double", "Double" -> Double.toString(finite(Double.parseDouble(number)));
        case "boolean", "Boolean" -> truth(value.strip());
        case "char", "Character" -> character(value);
        case "String" -> quoted(value);
        case "Path" -> "java.nio.file.Path.of(" + quoted(value) + ")";
        default -> value;
      };
    } catch (NumberFormatException e) {
      throw wrong(of, value);
    }
  }

  private static float finite(float value) {
    if (Float.isFinite(value)) {
      return value;
    }
    throw new NumberFormatException();
  }

  private static double finite(double value) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw new NumberFormatException();
  }

  private String truth(String value) {
    if (TRUTHS.contains(value)) {
      return value;
    }
    throw wrong("boolean", value);
  }

  private String character(String value) {
    if (value.length() != 1) {
      throw wrong("char", value);
    }
    return switch (value) {
      case "'" -> "'\\''";
      case "\"" -> "'\"'";
      default -> quoted(value).replace('"', '\'');
    };
  }

  private IllegalArgumentException wrong(String expected, String got) {
    String example =
        switch (expected) {
          case "boolean", "Boolean" -> "true";
          case "char", "Character" -> "a";
          case "float", "Float", "double", "Double" -> "0.5";
          default -> "5";
        };
    return new IllegalArgumentException(
        "parameter %s is of type %s: got \"%s\", expected %s.%nFix: -p %s=%s"
            .formatted(name, type, got, withArticle(expected), name, example));
  }

  private static String withArticle(String typeName) {
    return (typeName.matches("[aeiouAEIOU].*") ? "an " : "a ") + typeName;
  }

  private static String quoted(String value) {
    String escaped =
        value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }
}
