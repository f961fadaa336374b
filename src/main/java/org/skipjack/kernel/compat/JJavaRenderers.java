package org.skipjack.kernel.compat;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.display.Rendering;

/** Our renderers in a kernel of JJava's own. */
public final class JJavaRenderers {
  private JJavaRenderers() {}

  /** Lets JJava show what ours can show. */
  public static void register(Renderer theirs, Renderers ours) {
    ours.all().forEach(renderer -> register(theirs, renderer));
  }

  private static <T> void register(
      Renderer theirs, org.skipjack.kernel.display.Renderer<T> renderer) {
    theirs
        .createRegistration(renderer.type())
        .preferring(Rendering.HTML, Rendering.PNG, Rendering.PLAIN)
        .register(
            (value, context) -> {
              DisplayData shown = Bridge.displayData(renderer.render(value));
              context.getOutputContainer().assign(shown);
            });
  }
}
