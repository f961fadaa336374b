package org.skipjack.kernel.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signature of JShell's names: {@code Net org.skipjack.net.Net.conv(int filters)}, {@code
 * Math.PI:double}. From JDK 21 on, a record stands there with its components, {@code Net(List
 * layers).conv(int filters)}, and without its package.
 *
 * @param owner the type that it is a member of; of a type itself its own name
 * @param member empty for a type itself
 * @param parameters the types of a method's parameters, without packages and type arguments
 */
public record SignatureName(String owner, String member, List<String> parameters) {
  private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)(?=\\.)");

  /** Copies the list. */
  public SignatureName {
    parameters = List.copyOf(parameters);
  }

  /** A type. */
  static SignatureName ofType(String name) {
    return new SignatureName(name, "", List.of());
  }

  /** What a signature names. */
  public static SignatureName of(String signature) {
    String plain = plain(signature);
    int open = plain.indexOf('(');
    String head = open < 0 ? plain.replaceFirst(":.*", "") : plain.substring(0, open);
    String path = head.strip().replaceFirst("^.*\\s", "");
    int dot = path.lastIndexOf('.');
    String last = path.substring(dot + 1);
    boolean type = Character.isUpperCase(last.charAt(0)) && !last.matches("[A-Z0-9_]{2,}");
    if (type || dot < 0) { // a constructor's class says more than the constructor
      return ofType(path);
    }
    return new SignatureName(
        path.substring(0, dot), last, open < 0 ? List.of() : types(plain, open));
  }

  /** A signature as it is shown: without the components of the record that has the member. */
  public static String shown(String signature) {
    return PARENTHESES.matcher(signature).replaceAll("");
  }

  boolean isOf(Member one) {
    return one.name().equals(member) && (member.isEmpty() || one.parameters().equals(parameters));
  }

  /** Without type arguments, and without the components of a record. */
  private static String plain(String signature) {
    String text = signature;
    String before;
    do {
      before = text;
      text = text.replaceAll("<[^<>]*>", "");
    } while (!text.equals(before));
    Matcher record = PARENTHESES.matcher(text);
    return record.replaceAll("");
  }

  private static List<String> types(String plain, int open) {
    int close = plain.lastIndexOf(')');
    List<String> types = new ArrayList<>();
    for (String parameter :
        plain.substring(open + 1, close < 0 ? plain.length() : close).split(",", -1)) {
      if (!parameter.isBlank()) {
        types.add(Member.bare(parameter.strip().replaceFirst("\\s\\S+$", "")));
      }
    }
    return types;
  }
}
