package org.skipjack.peers;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.bench.Task;

/**
 * Everybody who can take part, with the commands that start them.
 *
 * @param setup what each is given
 * @param work a folder for what libraries unpack
 */
record Contestants(Setup setup, Path work) {
  static final String OURS = "Skipjack";
  static final String FP32 = "fp32";
  static final String BF16 = "bf16";

  private static final Pattern PYTORCH =
      Pattern.compile("(pytorch \\S+) .*train ([0-9.]+) images/s, inference ([0-9.]+) images/s");

  List<Contestant> ours() {
    List<Contestant> ours = new ArrayList<>();
    for (Task task : Task.values()) {
      for (String precision : List.of(FP32, BF16)) {
        ours.add(bench(OURS, setup, task, List.of("--precision", precision)));
      }
    }
    return ours;
  }

  /** Our training at another depth. */
  Contestant deeper(int depth) {
    return bench(OURS, setup.withDepth(depth), Task.TRAIN, List.of("--precision", FP32));
  }

  List<Contestant> sameDiff() {
    Setup slow = setup.forSlow();
    List<String> options = List.of("--engine", "samediff", "--precision", FP32);
    return List.of(
        bench("SameDiff, our engine on it", slow, Task.TRAIN, options),
        bench("SameDiff, our engine on it", slow, Task.INFER, options));
  }

  List<Contestant> djl() {
    return peer("DJL on PyTorch", "djl", setup, Task.TRAIN, Task.INFER);
  }

  List<Contestant> dl4j() {
    return peer("DL4J ComputationGraph", "dl4j", setup.forSlow(), Task.TRAIN, Task.INFER);
  }

  List<Contestant> onnxRuntime() {
    return peer("ONNX Runtime", "onnxruntime", setup, Task.INFER);
  }

  /** The script decides on its threads itself; it times both tasks, and says so in its last line. */
  List<Contestant> pyTorch(String python, Path script) {
    List<Contestant> all = new ArrayList<>();
    for (String layout : List.of("nchw", "nhwc")) {
      for (String precision : List.of(FP32, BF16)) {
        List<String> command =
            List.of(
                python,
                script.toString(),
                layout,
                precision,
                String.valueOf(setup.batch()),
                String.valueOf(setup.depth()));
        String name = "PyTorch in Python, " + layout;
        all.add(
            new Contestant(
                name,
                setup.depth(),
                precision,
                List.of(Task.values()),
                command,
                Map.of(),
                Contestants::readPyTorch));
      }
    }
    return all;
  }

  private static Map<Task, Figure> readPyTorch(String output) {
    Matcher last = PYTORCH.matcher(output);
    if (!last.find()) {
      throw new IllegalStateException("its last line has no figures");
    }
    Map<Task, Figure> figures = new EnumMap<>(Task.class);
    figures.put(Task.TRAIN, Figure.of(Double.parseDouble(last.group(2)), last.group(1)));
    figures.put(Task.INFER, Figure.of(Double.parseDouble(last.group(3)), last.group(1)));
    return figures;
  }

  private Contestant bench(String name, Setup given, Task task, List<String> options) {
    List<String> words = new ArrayList<>(List.of("org.skipjack.cli.Main", "bench"));
    words.addAll(List.of(task.toString(), "--json", "--net", given.net().toString()));
    words.addAll(List.of("--batch", String.valueOf(given.batch())));
    words.addAll(List.of("--threads", String.valueOf(given.threads())));
    words.addAll(List.of("--warm-up", String.valueOf(given.warmUp())));
    words.addAll(List.of("--steps", String.valueOf(given.steps())));
    words.addAll(options);
    Map<String, String> environment = environment();
    environment.put("GOMP_SPINCOUNT", "5000"); // as the launcher does
    return new Contestant(
        name,
        given.depth(),
        options.get(options.size() - 1),
        List.of(task),
        java(words),
        environment,
        output -> Map.of(task, Figure.parse(output)));
  }

  private List<Contestant> peer(String name, String key, Setup given, Task... tasks) {
    List<Contestant> all = new ArrayList<>();
    for (Task task : tasks) {
      List<String> words =
          new ArrayList<>(List.of("org.skipjack.peers.PeerProcess", key, task.name()));
      words.addAll(given.words());
      all.add(
          new Contestant(
              name,
              given.depth(),
              FP32,
              List.of(task),
              java(words),
              environment(),
              output -> Map.of(task, Figure.parse(output))));
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
