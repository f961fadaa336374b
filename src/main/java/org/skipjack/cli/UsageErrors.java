package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.PathText;
import org.skipjack.io.Printable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is printed when a command line cannot be read: what is wrong, and where to look, rather than
 * all options of the command. Only where a command has commands of its own are these listed.
 */
final class UsageErrors {
  private static final int CODE = 2;
  private static final String ADVICE = "Fix: ";

  private UsageErrors() {}

  /** Lets a command line and its subcommands answer so. */
  static CommandLine reportedBy(CommandLine line) {
    nameValues(line);
    CommandLine unused = line.registerConverter(Path.class, UsageErrors::path);
    return line.setParameterExceptionHandler(UsageErrors::report);
  }

  private static int report(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    err.println(Printable.lines(name + ": " + message(failure)));
    if (!message(failure).contains(ADVICE)) {
      err.println(Printable.lines("Fix: " + fix(failure, name)));
    }
    if (!command.getSubcommands().isEmpty()) {
      err.println();
      command.usage(err, CommandLine.Help.Ansi.OFF);
    }
    err.flush();
    return CODE;
  }

  private static String message(ParameterException failure) {
    String said = String.valueOf(failure.getMessage()).strip();
    return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
  }

  private static Path path(String text) {
    try {
      return PathText.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static String fix(ParameterException failure, String name) {
    List<String> similar =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String help = "`%s --help` tells what there is".formatted(name);
    return similar.isEmpty()
        ? help
        : "perhaps %s; %s".formatted(String.join(" or ", similar), help);
  }

  /** A wrong word of a few is answered with these words as they are written. */
  private static void nameValues(CommandLine line) {
    line.getCommandSpec().args().stream()
        .map(ArgSpec::auxiliaryTypes)
        .flatMap(Arrays::stream)
        .filter(Class::isEnum)
        .forEach(type -> nameValues(line, type));
    line.getSubcommands().values().forEach(UsageErrors::nameValues);
  }

  private static <T> void nameValues(CommandLine line, Class<T> type) {
    CommandLine unused = line.registerConverter(type, words(type));
  }

  private static <T> ITypeConverter<T> words(Class<T> type) {
    T[] values = type.getEnumConstants();
    return word -> {
      for (@Nullable T value : values) {
        if (value != null && value.toString().equalsIgnoreCase(word)) {
          return value;
        }
      }
      String expected = Arrays.stream(values).map(T::toString).collect(Collectors.joining(", "));
      throw new TypeConversionException("got %s, expected one of %s".formatted(word, expected));
    };
  }
}
