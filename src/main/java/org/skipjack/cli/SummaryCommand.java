package org.skipjack.cli;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
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
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.Precision;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.ReceptiveField;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.net.NetNote;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.view.Difference;
import org.skipjack.view.Explanation;
import org.skipjack.view.Summary;
import org.skipjack.view.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack summary NET}: layers, shapes, parameters, multiply-accumulates. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description =
        "Show a net's layers, shapes, parameters, multiply-accumulates (MACs) and receptive fields.",
    footer = {
      "",
      "Examples:",
      "  skipjack summary resnet20 --input 3x32x32",
      "  skipjack summary imagenet-resnet50 --write resnet50.svg --write resnet50.html"
    })
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
      description = "shape of one example (default: 3x224x224 for ImageNet nets, else 3x32x32)")
  private @Nullable String input;

  @Option(names = "--all", description = "a row for every layer: do not fold equal neighbors")
  private boolean all;

  @Option(
      names = "--beside",
      paramLabel = "NET",
      description = "a second net: what the two share, and both in the diagram of --write")
  private @Nullable String beside;

  @Option(
      names = "--explain",
      paramLabel = "PATH",
      description =
          "the equations of a part, forward and backward, such as stage1/block1; a page of --write has them too")
  private @Nullable String explained;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "write the net to a file: diagram (.svg), page (.html) or table (.txt)")
  private List<Path> files = List.of();

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
    Shape shape = input == null ? DefaultInputShape.of(described) : Shape.parse(input);
    Recipe.requireBatchSize("--batch", batch);
    Graph graph = Graph.of(described, shape);
    Execution execution = Execution.best().precision(Precision.named(precision));
    Optional<MemoryEstimate> memory =
        graph.nodes().size() > MOST_FORECAST
            ? Optional.empty()
            : Optional.of(execution.memory(graph, batch));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    new NetFiles(net, described, shape, Optional.ofNullable(beside), Optional.ofNullable(explained))
        .write(files);
    if (json) {
      var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      out.println(gson.toJson(document(described, graph, memory)));
    } else {
      out.println(text(described, shape));
      if (explained == null) {
        out.println(memory.map(this::line).orElse("no forecast of memory for a net of this size"));
      }
    }
    out.flush();
    return 0;
  }

  private String line(MemoryEstimate memoryEstimate) {
    return String.format(
        Locale.ROOT,
        "memory at batch %d in %s: %,d MiB to train, %,d MiB to predict (whole process; data set not counted)",
        batch,
        precision,
        memoryEstimate.trainingBytes() >> 20,
        memoryEstimate.inferenceBytes() >> 20);
  }

  /** The table, or what was asked for in its place. */
  private View view(Net described, Shape shape) {
    if (explained != null) {
      return Explanation.of(described, explained, shape);
    }
    return all ? Summary.unfolded(described, shape) : Summary.of(described, shape);
  }

  private String text(Net described, Shape shape) {
    String text = view(described, shape).text();
    if (beside == null) {
      return text;
    }
    List<Graph> graphs = List.of(Graph.of(described, shape), Graph.of(Nets.of(beside), shape));
    return text + "\n" + Difference.named(List.of(net, beside), graphs).text();
  }

  private Map<String, Object> document(
      Net described, Graph graph, Optional<MemoryEstimate> memory) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("net", described.toString());
    document.put("input", graph.inputShape().sizes());
    document.put("parameters", graph.parameterCount());
    document.put("macs", graph.macs());
    memory.ifPresent(
        forecast -> {
          document.put("memoryBytes", forecast.trainingBytes());
          document.put("inferenceMemoryBytes", forecast.inferenceBytes());
        });
    document.put("memoryBatch", batch);
    document.put("memoryPrecision", precision);
    document.put("layers", layers(graph));
    document.put("notes", NetNote.of(described).stream().map(SummaryCommand::noted).toList());
    return document;
  }

  private static List<Map<String, Object>> layers(Graph graph) {
    Map<String, Long> macs = graph.macsByNode();
    Map<String, ReceptiveField> fields = graph.receptiveFields();
    List<Map<String, Object>> layers = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Map<String, Object> layer = new LinkedHashMap<>();
      layer.put("path", node.name());
      layer.put("operation", node.op().typeName());
      layer.put("output", node.shape().sizes());
      layer.put("parameters", node.learnedValues());
      layer.put("macs", macs.getOrDefault(node.name(), 0L));
      ReceptiveField field = Objects.requireNonNull(fields.get(node.name()));
      layer.put("receptiveField", field.isWhole() ? "all" : field.size());
      layers.add(layer);
    }
    return layers;
  }

  private static Map<String, Object> noted(NetNote netNote) {
    Map<String, Object> noted = new LinkedHashMap<>();
    noted.put("name", netNote.kind().word());
    noted.put("paths", netNote.paths());
    noted.put("finding", netNote.kind().finding());
    noted.put("source", netNote.kind().source());
    return noted;
  }
}
