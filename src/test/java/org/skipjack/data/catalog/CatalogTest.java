package org.skipjack.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.data.DatasetException;
import org.skipjack.data.catalog.DatasetDescription.Half;
import org.skipjack.data.format.Cifar10;
import org.skipjack.data.format.Cifar100;

class CatalogTest {
  static Stream<String> names() {
    return Catalog.names().stream();
  }

  @Test
  void every_description_is_in_the_list_and_the_other_way_round() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("datasets"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_description_fits_together(String name) {
    DatasetDescription set = Catalog.find(name);
    int classes =
        switch (set.layout().reader()) {
          case "cifar10" -> Cifar10.classNames().size();
          case "cifar100" -> Cifar100.classNames().size();
          default -> set.layout().classes().size();
        };

    assertThat(set.name()).isEqualTo(name);
    assertThat(set.source()).containsPattern("\\d{4}");
    assertThat(set.note()).isNotBlank();
    assertThat(set.mean()).hasSameSizeAs(set.deviation());
    for (Half half : new Half[] {set.training(), set.test()}) {
      assertThat(half.histogram().stream().mapToInt(Integer::intValue).sum())
          .isIn(0, half.images());
      assertThat(half.histogram().size()).isIn(0, classes);
    }
    for (DatasetDescription.Archive archive : set.archives()) {
      assertThat(archive.digest().hex())
          .hasSize(archive.digest().algorithm().equals("MD5") ? 32 : 64)
          .matches("[0-9a-f]+");
      assertThat(archive.addresses()).isNotEmpty();
      archive.addresses().forEach(a -> assertThat(URI.create(a).getHost()).isNotBlank());
    }
    assertThat(set.contents().stream().flatMap(content -> content.digest().stream()))
        .hasSize(name.matches("mnist|fashion-mnist|cifar10") ? set.contents().size() : 0)
        .doesNotHaveDuplicates()
        .allSatisfy(
            digest ->
                assertThat(digest.hex())
                    .matches(digest.algorithm().equals("MD5") ? "[0-9a-f]{32}" : "[0-9a-f]{64}"));
    assertThat(set.contents())
        .allSatisfy(
            content ->
                assertThat(set.archives()).anyMatch(a -> a.name().equals(content.archive())));
  }

  @ParameterizedTest
  @MethodSource("names")
  void sizes_of_the_files_are_those_of_the_images(String name) {
    DatasetDescription set = Catalog.find(name);
    int images = set.training().images() + set.test().images();
    long bytes = set.contents().stream().mapToLong(DatasetDescription.Content::bytes).sum();

    long expected =
        switch (set.layout().reader()) {
          case "cifar10" -> images * 3073L;
          case "cifar100" -> images * 3074L;
          default -> images * 785L + 2 * (16 + 8);
        };

    assertThat(bytes).isEqualTo(expected);
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> Catalog.find("fashion-mnits"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("Fix: did you mean fashion-mnist?");
  }
}
