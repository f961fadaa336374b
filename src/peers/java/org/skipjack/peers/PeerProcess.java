package org.skipjack.peers;

import com.google.gson.Gson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.skipjack.bench.BenchTask;
import org.skipjack.bench.StepTimes;

/** The process of one peer: {@code NAME TASK} and a setup in, one line of JSON out. */
final class PeerProcess {
  private PeerProcess() {}

  public static void main(String[] arguments) {
    Setup setup = Setup.parse(List.of(Arrays.copyOfRange(arguments, 2, arguments.length)));
    BenchTask benchTask = BenchTask.valueOf(arguments[1]);
    try (Peer peer = peer(arguments[0], setup)) {
      StepTimes times = setup.time(peer.step(benchTask));
      Map<String, Object> line =
          Map.of(
              "imagesPerSecond", setup.batch() / times.median(),
              "steps", times.seconds().size(),
              "version", peer.version());
      System.out.println(new Gson().toJson(line));
    }
    // Some libraries leave threads behind.
    System.exit(0);
  }

  /** Only the class that is asked for is loaded, and with it its native libraries. */
  private static Peer peer(String name, Setup setup) {
    return switch (name) {
      case "djl" -> new DjlPeer(setup);
      case "dl4j" -> new Dl4jPeer(setup);
      case "onnxruntime" -> new OnnxRuntimePeer(setup);
      case "samediff" -> new SameDiffPeer(setup);
      default -> throw new IllegalArgumentException("there is no peer " + name);
    };
  }
}
