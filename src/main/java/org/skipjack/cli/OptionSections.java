package org.skipjack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The options of a long help under headings, each before the option that begins its section. */
final class OptionSections {
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("--vary", "What is compared"),
          Map.entry("--data", "What is learned from"),
          Map.entry("--seeds", "What is concluded"),
          Map.entry("--recipe", "How a net learns"),
          Map.entry("--optimizer", "By what rule"),
          Map.entry("--learning-rate", "How fast, update by update"),
          Map.entry("--augment", "What is done beside"),
          Map.entry("--seed", "What computes it"),
          Map.entry("--engine", "What computes it"),
          Map.entry("--out", "What is kept"),
          Map.entry("--find-learning-rate", "Instead of training"),
          Map.entry("--help", "About"));

  private OptionSections() {}

  /** Shows the options of a command so. */
  static void in(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionSections::text);
  }

  private static String text(Help help) {
    StringBuilder text = new StringBuilder();
    List<OptionSpec> section = new ArrayList<>();
    String heading = "";
    for (OptionSpec option : help.commandSpec().options()) {
      if (!heading(option).isEmpty() && !heading(option).equals(heading)) {
        heading = heading(option);
        text.append(section(help, section));
        section.clear();
      }
      section.add(option);
    }
    return text.append(section(help, section)).toString();
  }

  private static String heading(OptionSpec option) {
    return HEADINGS.getOrDefault(option.longestName(), "");
  }

  private static String section(Help help, List<OptionSpec> options) {
    if (options.isEmpty()) {
      return "";
    }
    String heading = heading(options.get(0));
    Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
    layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
    return heading.isEmpty() ? layout.toString() : "%n%s%n%s".formatted(heading, layout);
  }
}
