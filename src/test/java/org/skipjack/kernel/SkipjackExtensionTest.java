package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.compat.JJavaRenderers;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Startup;

/** Our jar in a kernel that is not ours. */
class SkipjackExtensionTest {

  /** A kernel that is JJava's base class and no more. */
  private static final class Stock extends BaseKernel {
    private final List<String> evaluated = new ArrayList<>();

    @SuppressWarnings("NullAway") // JJava takes null where there is no history
    Stock() {
      super(
          "stock",
          "1",
          new LanguageInfo.Builder("Java").build(),
          List.of(),
          null,
          new JupyterIO(StandardCharsets.UTF_8),
          new CommManager(),
          new Renderer(),
          new MagicParser("(?!)", "(?!)", new MagicTranspiler()),
          new MagicsRegistry(),
          true,
          new StringStyler("", "", "", line -> ""));
    }

    @Override
    public Object evalRaw(String code) {
      evaluated.add(code);
      return "";
    }

    @Override
    public DisplayData inspect(String code, int at, boolean more) {
      return DisplayData.EMPTY;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
      return new ReplacementOptions(List.of(), at, at);
    }

    @Override
    public String isComplete(String code) {
      return IS_COMPLETE_YES;
    }
  }

  @Test
  void a_stock_kernel_finds_it_and_gets_the_language() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(SkipjackExtension.class);
    Stock kernel = new Stock();
    new SkipjackExtension().install(kernel);
    assertThat(kernel.evaluated).containsExactly(Startup.script());
    assertThat(Startup.script()).contains("import static org.skipjack.Skipjack.*;");
  }

  @Test
  void it_shows_values_as_our_renderers_do() {
    Renderers ours = Renderers.of(SkipjackExtension.class.getClassLoader());
    ours.add(
        new org.skipjack.kernel.display.Renderer<BitSet>() {
          @Override
          public Class<BitSet> type() {
            return BitSet.class;
          }

          @Override
          public Rendering render(BitSet value) {
            return Rendering.text("plain " + value).html("<b>" + value + "</b>");
          }
        });
    Stock kernel = new Stock();
    JJavaRenderers.register(kernel.getRenderer(), ours);
    DisplayData shown = kernel.getRenderer().render(new BitSet());
    assertThat(shown.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>{}</b>");
    assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo("plain {}");
  }
}
