package org.skipjack.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.skipjack.kernel.compat.JJavaRenderers;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.evaluation.Startup;

/**
 * Brings the language and its pictures to a stock JJava kernel, which installs this when our jar
 * comes onto its class path. Our own kernel has them anyway.
 */
public final class SkipjackExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    if (!(kernel instanceof NotebookKernel)) {
      JJavaRenderers.register(
          kernel.getRenderer(), Renderers.of(SkipjackExtension.class.getClassLoader()));
      Object unused = kernel.evalRaw(Startup.script());
    }
  }
}
