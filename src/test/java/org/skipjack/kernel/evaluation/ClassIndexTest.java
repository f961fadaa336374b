package org.skipjack.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassIndexTest {
  @TempDir Path folder;

  @Test
  void a_jar_has_the_classes_of_each_package_and_their_bytes() throws IOException {
    ClassIndex index =
        ClassIndex.of(
            jar(
                "odd name.jar",
                "Root.class",
                "a/b/One.class",
                "a/b/One$Inner.class",
                "a/b/One.txt",
                "META-INF/versions/17/a/b/One.class",
                "a/b/c/Other.class"));

    assertThat(names(index, "a.b")).containsExactly("a.b.One", "a.b.One$Inner");
    assertThat(names(index, "")).containsExactly("Root");
    assertThat(names(index, "a")).isEmpty();
    try (var content = index.in("a.b").get(1).openInputStream()) {
      assertThat(content).hasContent("a/b/One$Inner.class");
    }
  }

  @Test
  void a_folder_has_the_classes_that_are_there_when_asked() throws IOException {
    ClassIndex index = ClassIndex.of(folder);
    assertThat(names(index, "a.b")).isEmpty();

    Files.createDirectories(folder.resolve("a/b/c"));
    Files.writeString(folder.resolve("a/b/Late.class"), "bytes");
    Files.writeString(folder.resolve("a/b/Late.java"), "source");

    assertThat(names(index, "a.b")).containsExactly("a.b.Late");
    try (var content = index.in("a.b").get(0).openInputStream()) {
      assertThat(content).hasContent("bytes");
    }
  }

  @Test
  void what_is_no_jar_has_no_classes() throws IOException {
    assertThat(ClassIndex.of(folder.resolve("missing.jar")).in("a")).isEmpty();
    Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
    assertThat(ClassIndex.of(text).in("")).isEmpty();
  }

  private static List<String> names(ClassIndex index, String packageName) {
    return index.in(packageName).stream().map(ClassFile::binaryName).toList();
  }

  /** A jar whose entries hold their own names. */
  private Path jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
