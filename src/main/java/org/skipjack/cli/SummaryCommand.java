package org.skipjack.cli;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.graph.Shape;
import org.skipjack.graph.Summary;
import org.skipjack.net.Net;
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
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NET", description = "resnet20, plain56, a net's text, or a file")
  private String net = "";

  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      description = "shape of one example (default: ${DEFAULT-VALUE})")
  private String input = "3x32x32";

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Override
  public Integer call() {
    Net described = Nets.of(net);
    Shape shape = Shape.parse(input);
    Summary summary = Summary.of(described, shape);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      out.println(gson.toJson(document(described, shape, summary)));
    } else {
      out.print(summary);
    }
    out.flush();
    return 0;
  }

  private static Map<String, Object> document(Net net, Shape input, Summary summary) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("net", net.toString());
    document.put("input", input.sizes());
    document.put("parameters", summary.parameters());
    document.put("macs", summary.macs());
    document.put("memoryBytes", summary.memoryBytes());
    document.put("memoryBatch", Summary.BATCH);
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
