package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option that takes a number, and numbers that nobody means. Whatever they are, the command
 * ends before it begins: each runs on a thread that is interrupted, so that a value that is taken
 * leads to "stopped", and one that is not to a message.
 */
class AbsurdValuesTest {
  private static final List<String> ABSURD =
      List.of("", "abc", "NaN", "-1", "0", "2147483647", "1e308");

  /** Values that mean something after all, by the option or by the words around the number. */
  private static final Map<String, Set<String>> TAKEN =
      Map.ofEntries(
          Map.entry("--seed", Set.of("-1", "0", "2147483647")),
          Map.entry("--split-seed", Set.of("-1", "0", "2147483647")),
          Map.entry("--limit", Set.of("2147483647")),
          Map.entry("--momentum", Set.of("0")),
          Map.entry("--weight-decay", Set.of("0")),
          Map.entry("--warmup", Set.of("0")),
          Map.entry("--augment", Set.of("")),
          Map.entry("--mixup", Set.of("0")),
          Map.entry("--label-smoothing", Set.of("0")),
          Map.entry("--clip-norm", Set.of("0")),
          Map.entry("--averaging", Set.of("0")),
          Map.entry("--patience", Set.of("0")),
          Map.entry("test resnet8 > plain8 by #", Set.of("0")),
          // It diverges at once, which the training says
          Map.entry("--learning-rate", Set.of("2147483647")),
          Map.entry("#:0.8", Set.of("2147483647")),
          Map.entry("learning-rate=#", Set.of("2147483647")),
          Map.entry("--checkpoint-every", Set.of("0")));

  /** Words that have numbers in them, with {@code #} for the number. */
  private static final Map<String, List<String>> NUMBERS_IN_WORDS =
      Map.of(
          "--augment", List.of("pad-crop:#", "cutout:#", "color-jitter:#"),
          "--checkpoint-every", List.of("#", "#s"),
          "--claim", List.of("test resnet8 > plain8 by #", "test resnet8 = plain8 within #"),
          "--input", List.of("#", "#x8x8", "3x#x8"),
          "--low-until", List.of("#:0.8", "0.01:#"),
          "--size", List.of("#x8", "8x#"),
          "--vary", List.of("depth=#", "width=#", "batch-size=#", "learning-rate=#"));

  /** Options of text that has no number in it. */
  private static final Set<String> WORDS =
      Set.of(
          "--beside",
          "--data",
          "--engine",
          "--explain",
          "--net",
          "--paper",
          "--parameter",
          "--precision",
          "--question");

  @TempDir private Path folder;

  /** What is asked but for the option; nothing of it takes long to read. */
  private List<String> command(String name) throws IOException {
    String net = "net().conv(2).globalAvgPool().dense(2)";
    Path data = folder.resolve("data.csv");
    if (!Files.exists(data)) {
      Files.writeString(data, table());
    }
    List<String> words =
        switch (name) {
          case "train" -> List.of("train", net, "--data", data + "");
          case "compare" ->
              List.of("compare", "--data", data + "", "--out", folder.resolve("compared") + "");
          case "bench" -> List.of("bench", "train", "--net", net, "--input", "1x8x8");
          case "summary" -> List.of("summary", net);
          case "demo" -> List.of("demo", "--out", folder.resolve("demo") + "");
          default -> List.of(name);
        };
    return new ArrayList<>(words);
  }

  private static String table() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 20; row++) {
      rows.append(row % 2).append(",0,255".repeat(32)).append('\n');
    }
    return rows.toString();
  }

  private Command run(String name, String option, String value) throws IOException {
    List<String> words = command(name);
    if (name.equals("compare")) {
      words.addAll(
          switch (option) {
            case "--vary" -> List.of();
            case "--depths", "--width" -> List.of("--paper", "he2015-table6");
            default -> List.of("resnet8", "plain8");
          });
    }
    if (name.equals("train") && !option.equals("--budget")) {
      words.addAll(List.of("--out", Files.createTempDirectory(folder, "run").toString()));
    }
    words.add(option + "=" + value);
    Thread.currentThread().interrupt();
    try {
      return Command.run(words.toArray(String[]::new));
    } finally {
      boolean unused = Thread.interrupted();
    }
  }

  private static boolean isNumber(OptionSpec option) {
    return Stream.concat(Stream.of(option.type()), Arrays.stream(option.auxiliaryTypes()))
        .map(type -> type.isArray() ? type.getComponentType() : type)
        .anyMatch(
            type ->
                Number.class.isAssignableFrom(type)
                    || (type.isPrimitive() && type != boolean.class));
  }

  private static void forEachOption(CommandLine line, Consumer<OptionSpec> consumer) {
    line.getCommandSpec().options().forEach(consumer);
    line.getSubcommands().values().forEach(command -> forEachOption(command, consumer));
  }

  @Test
  void every_option_of_text_is_known_to_have_a_number_or_none() {
    Set<String> unknown = new TreeSet<>();
    forEachOption(
        Main.commandLine(),
        option -> {
          boolean text =
              Arrays.asList(option.auxiliaryTypes()).contains(String.class)
                  || option.type() == String.class;
          if (text
              && !WORDS.contains(option.longestName())
              && !NUMBERS_IN_WORDS.containsKey(option.longestName())) {
            unknown.add(option.longestName());
          }
        });

    assertThat(unknown).as("options to be put into the tables of this test").isEmpty();
  }

  @Test
  void no_number_is_taken_that_nobody_means_and_none_is_a_defect() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      String name = command.getCommandName();
      for (OptionSpec option : command.getCommandSpec().options()) {
        String word = option.longestName();
        Collection<String> forms =
            isNumber(option) ? List.of("#") : NUMBERS_IN_WORDS.getOrDefault(word, List.of());
        for (String form : forms) {
          for (String value : ABSURD) {
            Command answer = run(name, word, form.replace("#", value));
            if (!isRight(answer, isTaken(word, value) || isTaken(form, value))) {
              wrong.add(
                  String.format(
                      Locale.ROOT,
                      "%s %s=%s: %d %s",
                      name,
                      word,
                      form.replace("#", value),
                      answer.code(),
                      answer.err().lines().limit(2).toList()));
            }
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean isTaken(String optionOrForm, String value) {
    return TAKEN.getOrDefault(optionOrForm, Set.of()).contains(value);
  }

  private static boolean isRight(Command answer, boolean taken) {
    boolean refused = (answer.code() == 2 || answer.code() == 1) && answer.err().contains("Fix: ");
    boolean raw = answer.err().contains("defect") || answer.err().contains("Exception");
    return !raw && (taken || refused);
  }
}
