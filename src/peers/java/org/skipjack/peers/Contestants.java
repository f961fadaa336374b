package org.skipjack.peers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.bench.BenchTask;

/**
 * Everybody who can take part, with the commands that start them.
 *
 * @param setup what each is given
 * @param work a folder for what libraries unpack
 */
record Contestants(Setup setup, Path work) {
  static final String OURS = "Skipjack";
  static final String PYTORCH = "PyTorch in Python, ";
  static final String NCHW = "nchw";
  static final String NHWC = "nhwc";
  static final String FP32 = "fp32";
  static final String BF16 = "bf16";

  List<Contestant> ours() {
    List<Contestant> ours = new ArrayList<>();
    for (BenchTask benchTask : BenchTask.values()) {
      for (String precision : List.of(FP32, BF16)) {
        ours.add(bench(OURS, setup, benchTask, List.of("--precision", precision)));
      }
    }
    return ours;
  }

  /** Our training of another net. */
  Contestant ours(Workload other) {
    return bench(OURS, given(other), BenchTask.TRAIN, List.of("--precision", FP32));
  }

  /** SameDiff by its own {@code fit}, and our engine on it. */
  List<Contestant> sameDiff() {
    Setup slow = setup.forSlow();
    List<String> options = List.of("--engine", "samediff", "--precision", FP32);
    List<Contestant> all =
        new ArrayList<>(peer("SameDiff, fit", "samediff", slow, BenchTask.TRAIN));
    for (BenchTask benchTask : BenchTask.values()) {
      all.add(bench("SameDiff, our engine on it", slow, benchTask, options));
    }
    return all;
  }

  List<Contestant> djl() {
    return peer("DJL on PyTorch", "djl", setup, BenchTask.TRAIN, BenchTask.INFER);
  }

  List<Contestant> dl4j() {
    return peer("DL4J ComputationGraph", "dl4j", setup.forSlow(), BenchTask.TRAIN, BenchTask.INFER);
  }

  List<Contestant> onnxRuntime() {
    return peer("ONNX Runtime", "onnxruntime", setup, BenchTask.INFER);
  }

  List<Contestant> pyTorch(String python, Path script) {
    List<Contestant> all = new ArrayList<>();
    for (String layout : List.of(NCHW, NHWC)) {
      for (String precision : List.of(FP32, BF16)) {
        all.add(script(python, script, setup, layout, precision));
      }
    }
    return all;
  }

  /** Another net in PyTorch, in the layout that serves it best. */
  Contestant pyTorch(String python, Path script, Workload other) {
    return script(python, script, given(other), NHWC, FP32);
  }

  /** Large nets take seconds for a step. */
  private Setup given(Workload other) {
    Setup changed = setup.with(other);
    return other.isCifar() ? changed : changed.forSlow();
  }

  private static Contestant script(
      String python, Path script, Setup given, String layout, String precision) {
    List<String> command =
        List.of(
            python,
            script.toString(),
            given.workload().net(),
            layout,
            precision,
            String.valueOf(given.batch()),
            String.valueOf(given.threads()),
            String.valueOf(given.steps()));
    return new Contestant(
        PYTORCH + layout,
        given.workload(),
        precision,
        List.of(BenchTask.values()),
        command,
        Map.of(),
        Contestants::readScript);
  }

  private static Map<BenchTask, Figure> readScript(String output) {
    JsonObject document = JsonParser.parseString(output).getAsJsonObject();
    String version = document.get("version").getAsString();
    return List.of(BenchTask.values()).stream()
        .collect(
            Collectors.toMap(
                benchTask -> benchTask,
                benchTask ->
                    new Figure(
                        document.get(benchTask.toString()).getAsDouble(), version, document)));
  }

  private Contestant bench(String name, Setup given, BenchTask benchTask, List<String> options) {
    Workload workload = given.workload();
    List<String> words =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmn32m")); // as the launcher does
    words.addAll(List.of("org.skipjack.cli.Main", "bench"));
    words.addAll(List.of(benchTask.toString(), "--json", "--net", workload.ours().toString()));
    words.addAll(
        List.of(
            "--input",
            "3x%1$dx%1$d".formatted(workload.image().height()),
            "--batch",
            String.valueOf(given.batch())));
    words.addAll(List.of("--threads", String.valueOf(given.threads())));
    words.addAll(List.of("--warm-up", String.valueOf(given.warmUp())));
    words.addAll(List.of("--steps", String.valueOf(given.steps())));
    words.addAll(options);
    Map<String, String> environment = environment();
    environment.put("GOMP_SPINCOUNT", "5000"); // and this
    return new Contestant(
        name,
        workload,
        options.get(options.size() - 1),
        List.of(benchTask),
        java(words),
        environment,
        output -> Map.of(benchTask, Figure.parse(output)));
  }

  private List<Contestant> peer(String name, String key, Setup given, BenchTask... tasks) {
    List<Contestant> all = new ArrayList<>();
    for (BenchTask benchTask : tasks) {
      List<String> words =
          new ArrayList<>(List.of("org.skipjack.peers.PeerProcess", key, benchTask.name()));
      words.addAll(given.words());
      all.add(
          new Contestant(
              name,
              given.workload(),
              FP32,
              List.of(benchTask),
              java(words),
              environment(),
              output -> Map.of(benchTask, Figure.parseLast(output))));
    }
    return all;
  }

  private static List<String> java(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(words);
    return command;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    // Not as an argument: ONNX Runtime 1.29 crashes where the command line has some thousand bytes.
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    environment.put("OMP_NUM_THREADS", String.valueOf(setup.threads()));
    // DJL unpacks PyTorch's library there, fetches nothing, and reports its use to nobody.
    environment.put("DJL_CACHE_DIR", work.resolve("djl").toString());
    environment.put("DJL_OFFLINE", "true");
    environment.put("OPT_OUT_TRACKING", "true");
    return environment;
  }
}
