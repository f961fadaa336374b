package org.skipjack.cli;

import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "skipjack " + of(Main.class),
      "ND4J " + of(Nd4j.class),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  private static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
