package org.skipjack.kernel.compat;

import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * What a person copies from a library's page: a project, or some of what stands in one, such as a
 * dependency and the repository that it is in.
 */
final class PomFragment {
  private static final Pattern PROJECT = Pattern.compile("<project[\\s>]");
  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml.*?\\?>");

  /** Every project has these, and a notebook's are ours. */
  private static final Set<String> COORDINATES =
      Set.of("modelVersion", "groupId", "artifactId", "version", "packaging", "name");

  private final StringBuilder dependencies = new StringBuilder();
  private final StringBuilder repositories = new StringBuilder();
  private final StringBuilder others = new StringBuilder();

  private PomFragment() {}

  /**
   * A whole project; one that is whole already is not changed.
   *
   * @param known repositories that the fragment may use too, as XML
   * @throws IllegalArgumentException if it is no XML
   */
  static String project(String body, String known) {
    String text = DECLARATION.matcher(body).replaceFirst("");
    Document parsed = MavenXml.parsed("<fragment>" + text + "</fragment>");
    if (PROJECT.matcher(text).find()) {
      return text;
    }
    PomFragment fragment = new PomFragment();
    fragment.repositories.append(known);
    MavenXml.elements(parsed.getDocumentElement()).forEach(fragment::take);
    return MavenXml.project(
        fragment.dependencies.toString(),
        fragment.repositories.toString(),
        fragment.others.toString());
  }

  private void take(Node element) {
    String name = element.getNodeName();
    switch (name) {
      case "dependency" -> dependencies.append(MavenXml.text(element));
      case "repository" -> repositories.append(MavenXml.text(element));
      case "dependencies", "repositories" -> MavenXml.elements(element).forEach(this::take);
      default -> {
        if (!COORDINATES.contains(name)) {
          others.append(MavenXml.text(element));
        }
      }
    }
  }
}
