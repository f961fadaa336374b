package org.skipjack.kernel.compat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.display.Rendering;

/**
 * JJava's renderer over ours. What an extension registered is shown its way; everything else, ours.
 */
final class BridgedRenderer extends Renderer {
  private final Renderers renderers;
  private final Set<Class<?>> registered = new CopyOnWriteArraySet<>();

  BridgedRenderer(Renderers renderers) {
    this.renderers = renderers;
  }

  Rendering rendering(Object value) {
    if (value instanceof DisplayData data) {
      return Bridge.rendering(data);
    }
    boolean theirs =
        value instanceof DisplayDataRenderable
            || registered.stream().anyMatch(type -> type.isInstance(value));
    return theirs ? Bridge.rendering(super.render(value, Map.of())) : renderers.render(value);
  }

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    registered.addAll(types);
    super.register(supported, preferred, types, function);
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return parameters.isEmpty()
        ? Bridge.displayData(rendering(value))
        : super.render(value, parameters);
  }

  @Override
  public DisplayData render(Object value) {
    return render(value, Map.of());
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    Rendering chosen = Bridge.only(rendering(value), types);
    return chosen.data().isEmpty() || !parameters.isEmpty()
        ? super.renderAs(value, parameters, types)
        : Bridge.displayData(chosen);
  }

  @Override
  public DisplayData renderAs(Object value, String... types) {
    return renderAs(value, Map.of(), types);
  }
}
