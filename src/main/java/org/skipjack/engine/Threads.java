package org.skipjack.engine;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The number of processors that native code may use. */
public final class Threads {
  private Threads() {}

  /**
   * Sets it for what the calling thread runs next. OpenMP, which ND4J and oneDNN share, keeps the
   * number by thread, so a program says it at every call.
   */
  public static void use(int threads) {
    // ND4J's backend must be up before its native operations are asked for.
    Nd4j.getEnvironment().setMaxThreads(threads);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }
}
