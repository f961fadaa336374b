package org.skipjack.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.graph.Shape;
import org.skipjack.io.AtomicFile;
import org.skipjack.net.Net;
import org.skipjack.net.json.NetJson;
import org.skipjack.view.Diagram;
import org.skipjack.view.Explanation;
import org.skipjack.view.Summary;
import org.skipjack.view.View;
import org.skipjack.view.ViewPage;

/**
 * A net as files: what a file holds is said by the end of its name.
 *
 * @param name what the user calls the net
 * @param net the net
 * @param input the shape of one example
 * @param beside a net that the diagram shows at its right
 * @param explained the path of a part whose equations a page has too
 */
record NetFiles(
    String name, Net net, Shape input, Optional<String> beside, Optional<String> explained) {

  /**
   * Writes each file.
   *
   * @throws IllegalArgumentException if a name has another end; then none is written
   * @throws org.skipjack.io.OutputException if a file cannot be written
   */
  void write(List<Path> files) {
    List<String> contents = files.stream().map(this::content).toList();
    for (int i = 0; i < files.size(); i++) {
      AtomicFile.write(files.get(i), contents.get(i));
    }
  }

  private String content(Path file) {
    String end = file.toString().toLowerCase(Locale.ROOT);
    if (end.endsWith(".svg")) {
      return diagram().svg();
    }
    if (end.endsWith(".html")) {
      List<View> views = new ArrayList<>(List.of(Summary.of(net, input), diagram()));
      explained.map(path -> Explanation.of(net, path, input)).ifPresent(views::add);
      return new ViewPage(name, views).html();
    }
    if (end.endsWith(".txt")) {
      return Summary.of(net, input).text();
    }
    if (end.endsWith(".json")) {
      return NetJson.write(net);
    }
    throw new IllegalArgumentException(
        "--write %s: no form of a net ends like that.%n".formatted(file)
            + "Fix: end the name in .svg (diagram), .html (page), .txt (table) or .json (the net itself)");
  }

  private Diagram diagram() {
    return beside
        .map(other -> Diagram.titled(name, net, input).beside(other, Nets.of(other)))
        .orElseGet(() -> Diagram.of(net, input));
  }
}
