package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is printed reads back: through the parser, and through Java's own compiler. */
class NetTextTest {

  @Property(tries = 500, seed = "20", edgeCases = EdgeCasesMode.NONE)
  void a_net_prints_and_reads_back_to_an_equal_net(@ForAll("nets") Net net) {
    assertThat(Net.parse(net.toString())).isEqualTo(net);
  }

  @Provide
  Arbitrary<Net> nets() {
    return RandomNets.nets();
  }

  @Test
  void nesting_deeper_than_the_alphabet_reads_back() {
    Net net = nested(60);

    assertThat(Net.parse(net.toString())).isEqualTo(net);
  }

  private static Net nested(int depth) {
    Net net = net().relu();
    for (int i = 0; i < depth; i++) {
      Net body = net;
      net = net().conv(8).residual(b -> body).tanh();
    }
    return net;
  }

  @Property(tries = 1, seed = "22", edgeCases = EdgeCasesMode.NONE)
  void the_text_compiles_as_java_to_an_equal_net(@ForAll("many") List<Net> random)
      throws Exception {
    List<Net> nets = new ArrayList<>(random);
    nets.addAll(List.of(net(), nested(60), Families.resnet(56), Families.plain(56)));

    assertThat(compiled(nets)).isEqualTo(nets);
  }

  @Provide
  Arbitrary<List<Net>> many() {
    return nets().list().ofSize(30);
  }

  private static Object compiled(List<Net> nets) throws Exception {
    Path folder = Files.createTempDirectory("nets");
    Path source = Files.writeString(folder.resolve("Nets.java"), source(nets));
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Net.class.getClassLoader())) {
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-cp", classes(), source.toString());
      assertThat(status).as("exit status of javac for%n%s", source(nets)).isZero();
      return loader.loadClass("Nets").getMethod("nets").invoke(null);
    } finally {
      Files.deleteIfExists(folder.resolve("Nets.class"));
      Files.delete(source);
      Files.delete(folder);
    }
  }

  private static String source(List<Net> nets) {
    return nets.stream()
        .map(Net::toString)
        .collect(
            Collectors.joining(
                ",\n",
                """
                import static org.skipjack.net.Net.net;
                import static org.skipjack.net.Option.*;
                public class Nets {
                  public static java.util.List<org.skipjack.net.Net> nets() {
                    return java.util.List.of(new org.skipjack.net.Net[] {
                """,
                "});}}"));
  }

  private static String classes() throws IOException, URISyntaxException {
    URI location = Net.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(location).toString();
  }
}
