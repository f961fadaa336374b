package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class ViewPageTest {
  private static final Path FOLDER = Path.of("src/main/java/org/skipjack/view/doc-files");

  @ParameterizedTest
  @ValueSource(strings = {"plain20", "resnet20", "preact164", "imagenet-resnet50"})
  void the_pages_in_the_documentation_are_written_by_this_code(String name) throws IOException {
    Net net = Families.named(name);
    Shape input = DefaultInputShape.of(net);
    ViewPage viewPage =
        ViewPage.of(
            name,
            Summary.of(net, input),
            Diagram.of(net, input),
            Explanation.of(net, "stage1/block1", input));

    assertThat(Files.readString(FOLDER.resolve(name + ".htm"))).isEqualTo(viewPage.html());
  }
}
