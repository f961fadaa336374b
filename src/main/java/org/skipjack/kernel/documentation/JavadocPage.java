package org.skipjack.kernel.documentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that the javadoc tool made of a type, read back into comments. Members stand behind
 * anchors, {@code id="get(int)"} since Java 10 and {@code name="get-int-"} before.
 */
final class JavadocPage {
  private static final Pattern ANCHOR =
      Pattern.compile("(?:id|name)=\"([\\w$.&;<>]+)[(-]?([^\"]*?)[)-]?\"");
  private static final Pattern MEMBER_END =
      Pattern.compile("<section class=\"detail\"|<li class=\"blockList\"|<a (?:id|name)=\"");
  private static final Pattern BLOCK = Pattern.compile("(?s)<div class=\"block\">(.*?)</div>");
  private static final Pattern TERM = Pattern.compile("(?s)<dt>(.*?)</dt>|<dd>(.*?)</dd>");
  private static final Pattern PARAMETER = Pattern.compile("(?s)<code>(\\w+)</code>\\s*-\\s*(.*)");
  private static final String TYPE = "class=\"(?:class-)?description\"";

  private final String html;

  JavadocPage(String html) {
    this.html = html;
  }

  /** The comment of a member, or of the type itself; nothing where the page says nothing. */
  Optional<String> comment(SignatureName name) {
    int start = name.member().isEmpty() ? type() : member(name);
    if (start < 0) {
      return Optional.empty();
    }
    Matcher end = MEMBER_END.matcher(html);
    String part = html.substring(start, end.find(start) ? end.start() : html.length());
    Matcher block = BLOCK.matcher(part);
    String said = block.find() ? unlinked(block.group(1)) : "";
    String comment = (said + "\n" + tags(part)).strip();
    return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
  }

  private int type() {
    Matcher description = Pattern.compile(TYPE).matcher(html);
    return description.find() ? description.end() : -1;
  }

  /** Behind the anchor of the method with these parameters, or else with as many. */
  private int member(SignatureName name) {
    int asMany = -1;
    Matcher anchor = ANCHOR.matcher(html);
    while (anchor.find()) {
      if (!anchor.group(1).equals(name.member())) {
        continue;
      }
      List<String> types = types(anchor.group(2));
      if (types.equals(name.parameters())) {
        return anchor.end();
      }
      asMany = asMany < 0 && types.size() == name.parameters().size() ? anchor.end() : asMany;
    }
    return asMany;
  }

  private static List<String> types(String parameters) {
    return parameters.isBlank()
        ? List.of()
        : Arrays.stream(parameters.replace(":A", "[]").split("[,-]", -1))
            .map(Member::bare)
            .toList();
  }

  private static String tags(String part) {
    List<String> tags = new ArrayList<>();
    String tag = "";
    Matcher term = TERM.matcher(part);
    while (term.find()) {
      if (term.group(1) != null) {
        tag = tag(term.group(1).replaceAll("<[^>]*>", "").strip());
        continue;
      }
      String text = unlinked(term.group(2)).strip();
      Matcher parameter = PARAMETER.matcher(text);
      if (tag.equals("@return")) {
        tags.add(tag + " " + text);
      } else if (!tag.isEmpty() && parameter.matches()) {
        tags.add(tag + " " + parameter.group(1) + " " + parameter.group(2));
      }
    }
    return String.join("\n", tags);
  }

  private static String tag(String heading) {
    return switch (heading) {
      case "Parameters:" -> "@param";
      case "Returns:" -> "@return";
      case "Throws:" -> "@throws";
      default -> "";
    };
  }

  private static String unlinked(String html) {
    return html.replaceAll("</?(?:a|span)\\b[^>]*>", "");
  }
}
