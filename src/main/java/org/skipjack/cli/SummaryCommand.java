package org.skipjack.cli;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Memory;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.graph.Summary;
import org.skipjack.net.Net;
import org.skipjack.train.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack summary NET}: layers, shapes, parameters, multiply-accumulates. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Show a net's layers, shapes, parameters and multiply-accumulates (MACs).",
    footer = {"", "Example: skipjack summary resnet20 --input 3x32x32"})
final class SummaryCommand implements Callable<Integer> {
  /** Planning takes about a second for a thousand operations. */
  private static final int MOST_FORECAST = 10_000;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NET",
      description = "resnet20, preact164, imagenet-resnet50, a net's text, or a file")
  private String net = "";

  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      description = "shape of one example (default: ${DEFAULT-VALUE})")
  private String input = "3x32x32";

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "examples in a step, for the forecast of memory (default: ${DEFAULT-VALUE})")
  private int batch = Recipe.DEFAULT.batchSize();

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "fp32 or bf16, for the forecast of memory (default: ${DEFAULT-VALUE})")
  private String precision = Precision.FP32.toString();

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Override
  public Integer call() {
    Net described = Nets.of(net);
    Shape shape = Shape.parse(input);
    requirePositiveBatch();
    Graph graph = Graph.of(described, shape);
    Summary summary = Summary.of(graph);
    Execution execution = Execution.best().precision(Precision.named(precision));
    Optional<Memory> memory =
        graph.nodes().size() > MOST_FORECAST
            ? Optional.empty()
            : Optional.of(execution.memory(graph, batch));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      out.println(gson.toJson(document(described, shape, summary, memory)));
    } else {
      out.print(summary);
      out.println(memory.map(this::line).orElse("no forecast of memory for a net of this size"));
    }
    out.flush();
    return 0;
  }

  private String line(Memory memory) {
    return String.format(
        Locale.ROOT,
        "memory at batch %d in %s: %,d MiB to train, %,d MiB to predict (whole process; data set not counted)",
        batch,
        precision,
        memory.trainingBytes() >> 20,
        memory.inferenceBytes() >> 20);
  }

  private void requirePositiveBatch() {
    if (batch < 1) {
      throw new IllegalArgumentException(
          "--batch is %d, expected 1 or more.%nFix: --batch 128".formatted(batch));
    }
  }

  private Map<String, Object> document(
      Net described, Shape shape, Summary summary, Optional<Memory> memory) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("net", described.toString());
    document.put("input", shape.sizes());
    document.put("parameters", summary.parameters());
    document.put("macs", summary.macs());
    memory.ifPresent(
        forecast -> {
          document.put("memoryBytes", forecast.trainingBytes());
          document.put("inferenceMemoryBytes", forecast.inferenceBytes());
        });
    document.put("memoryBatch", batch);
    document.put("memoryPrecision", precision);
    List<Map<String, Object>> layers = new ArrayList<>();
    for (Summary.Row row : summary.rows()) {
      Map<String, Object> layer = new LinkedHashMap<>();
      layer.put("path", row.path());
      layer.put("operation", row.operation());
      layer.put("output", row.output().sizes());
      layer.put("parameters", row.parameters());
      layer.put("macs", row.macs());
      layers.add(layer);
    }
    document.put("layers", layers);
    return document;
  }
}
