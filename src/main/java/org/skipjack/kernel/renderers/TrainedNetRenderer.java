package org.skipjack.kernel.renderers;

import java.util.Locale;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.train.TrainedNet;

/** A trained net in a line: its parameters are not printed. */
public final class TrainedNetRenderer implements Renderer<TrainedNet> {
  @Override
  public Class<TrainedNet> type() {
    return TrainedNet.class;
  }

  @Override
  public Rendering render(TrainedNet net) {
    return Rendering.text(
        String.format(
            Locale.ROOT,
            "trained net, %,d parameters, %d classes: %s%n%s",
            net.graph().parameterCount(),
            net.classNames().size(),
            String.join(", ", net.classNames()),
            net.net()));
  }
}
