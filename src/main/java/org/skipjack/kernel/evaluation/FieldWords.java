package org.skipjack.kernel.evaluation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is called otherwise in Keras, PyTorch, fastai or Python, and what it is called here. */
final class FieldWords {
  private static final String TRAIN = "train(net).on(data).epochs(10).run()";
  private static final String PRINT =
      "System.out.println(value), or the value alone as the cell's last line";
  private static final String BF16 = "precision(Precision.BF16)";
  private static final String CONV = "net().conv(64, kernelSize(3))";
  private static final String NORM = "net().batchNorm()";
  private static final String DATA = "data(\"cifar10\")";
  private static final String ACCURACY = "run.testAccuracy()";

  private static final String RESIDUAL = "net().residual(b -> b.conv(16).batchNorm())";

  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("fit", TRAIN),
          Map.entry("fitonecycle", TRAIN),
          Map.entry("compile", TRAIN),
          Map.entry("trainer", TRAIN),
          Map.entry("learner", TRAIN),
          Map.entry("print", PRINT),
          Map.entry("println", PRINT),
          Map.entry("printf", PRINT),
          Map.entry("dense", "net().dense(10)"),
          Map.entry("linear", "net().dense(10)"),
          Map.entry("fullyconnected", "net().dense(10)"),
          Map.entry("conv2d", CONV),
          Map.entry("convolution", CONV),
          Map.entry("conv2dlayer", CONV),
          Map.entry("batchnormalization", NORM),
          Map.entry("batchnorm2d", NORM),
          Map.entry("maxpooling2d", "net().maxPool()"),
          Map.entry("maxpool2d", "net().maxPool()"),
          Map.entry("averagepooling2d", "net().avgPool()"),
          Map.entry("avgpool2d", "net().avgPool()"),
          Map.entry("globalaveragepooling2d", "net().globalAvgPool()"),
          Map.entry("adaptiveavgpool2d", "net().globalAvgPool()"),
          Map.entry("sequential", "net().conv(16).relu().globalAvgPool().dense(10)"),
          Map.entry("skip", RESIDUAL),
          Map.entry("skipconnection", RESIDUAL),
          Map.entry("shortcut", RESIDUAL),
          Map.entry("resnetblock", RESIDUAL),
          Map.entry("residualblock", RESIDUAL),
          Map.entry("summary", "summary(net)"),
          Map.entry("plot", "chart(run) of a training, diagram(net) of a net"),
          Map.entry("lr", "learningRate(0.1)"),
          Map.entry("kernel", "kernelSize(5)"),
          Map.entry("strides", "stride(2)"),
          Map.entry("pad", "padding(1)"),
          Map.entry("filters", CONV),
          Map.entry("adam", "optimizer(Optimizer.adam())"),
          Map.entry("sgd", "optimizer(Sgd.HE)"),
          Map.entry("bf16", BF16),
          Map.entry("bfloat16", BF16),
          Map.entry("fp16", BF16),
          Map.entry("half", BF16),
          Map.entry("accuracy", ACCURACY),
          Map.entry("evaluate", ACCURACY),
          Map.entry("loaddata", DATA),
          Map.entry("dataloader", DATA),
          Map.entry("loaddataset", DATA));

  /** What the compiler says of arguments, and what stands there here. */
  private static final Map<Pattern, String> ARGUMENTS =
      Map.of(
          Pattern.compile(
              "(?:int|double) cannot be converted to \\S*(?:Conv|Depthwise|Pool)Option"),
          "say what the number is: conv(16, kernelSize(3))",
          Pattern.compile("String cannot be converted to \\S*DataSplit"),
          "train(net).on(data(\"cifar10\"))",
          Pattern.compile("String cannot be converted to \\S*Optimizer"),
          "optimizer(Optimizer.adam())",
          Pattern.compile("method train in class \\S*Skipjack cannot be applied"),
          "train(net).on(data)",
          Pattern.compile("found for summary\\(\\S*Net,int"),
          "summary(net, image(3, 32, 32))",
          Pattern.compile("found for compare\\(java.lang.String"),
          "compare(resnet(8), plain(8))");

  /** A family with its depth in its name. */
  private static final Pattern FAMILY = Pattern.compile("(?i)(resnet|plain)_?(\\d+)");

  private FieldWords() {}

  /** How arguments of the wrong type are written here; empty if that is not known. */
  static String arguments(String diagnostic) {
    return ARGUMENTS.entrySet().stream()
        .filter(one -> one.getKey().matcher(diagnostic).find())
        .map(one -> "Fix: " + one.getValue())
        .findFirst()
        .orElse("");
  }

  /** Whether two words differ in their spelling only. */
  static boolean same(String word, String other) {
    return plain(word).equals(plain(other));
  }

  private static String plain(String word) {
    return word.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** How a word of the field is written here. */
  static Optional<String> ours(String word) {
    Matcher family = FAMILY.matcher(word);
    return family.matches()
        ? Optional.of("%s(%s)".formatted(family.group(1).toLowerCase(Locale.ROOT), family.group(2)))
        : Optional.ofNullable(OURS.get(plain(word)));
  }
}
