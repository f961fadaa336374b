package org.skipjack.kernel.install;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.skipjack.io.UserHome;
import org.skipjack.kernel.Kernel;
import org.skipjack.kernel.evaluation.Startup;
import org.skipjack.kernel.wire.Caller;
import org.skipjack.kernel.wire.ConnectionFile;
import org.skipjack.kernel.wire.Message;

/** A kernel that runs what notebooks begin with, so that its classes are known. */
final class ArchiveWarmup {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "var n = net().conv(8).residual(b -> b.conv(8).relu()).relu().globalAvgPool().dense(10);",
          "n",
          "int twice(int k) { return 2 * k; }\nrecord Point(int x, int y) {}",
          "System.out.printf(\"%d%n\", twice(21)); List.of(1, 2).stream().map(k -> k + 1).toList()",
          "import java.time.Duration;\ntwice(4)",
          "display(\"shown\");",
          "var run = train(n).on(shapes()).epochs(1).recipe(Recipe.DEFAULT.withEpochs(1)).run();",
          "chart(run)");

  /** What fails, as much in a notebook does. */
  private static final List<String> FAILING =
      List.of("1 / 0", "nett()", "int k = \"a\";", "net().maxPool(3).summary()");

  private ArchiveWarmup() {}

  /** Rehearses, and ends the process as a kernel ends. */
  public static void main(String[] arguments) throws ClassNotFoundException {
    System.setProperty("java.awt.headless", "true");
    UserHome.adopt();
    Class<?> unused = Class.forName("org.skipjack.kernel.KernelMain");
    boolean good = false;
    try (Kernel kernel =
            Kernel.start(ConnectionFile.local("rehearsal"), Startup.script(), code -> {});
        Caller caller = new Caller(kernel.connection())) {
      Message info = caller.ask("kernel_info_request", new JsonObject(), PATIENCE);
      good = info.type().equals("kernel_info_reply");
      for (String cell : CELLS) {
        good &= run(caller, cell).equals("ok");
      }
      for (String cell : FAILING) {
        good &= run(caller, cell).equals("error");
      }
      assist(caller);
    }
    System.exit(good ? 0 : 1);
  }

  private static String run(Caller caller, String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    return caller.ask("execute_request", content, PATIENCE).content().get("status").getAsString();
  }

  private static void assist(Caller caller) {
    for (String type : List.of("complete_request", "inspect_request", "is_complete_request")) {
      JsonObject content = new JsonObject();
      content.addProperty("code", "net().con");
      content.addProperty("cursor_pos", "net().con".length());
      Message unused = caller.ask(type, content, PATIENCE);
    }
  }
}
