package org.skipjack.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.skipjack.io.Printable;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * What commands write, and no more: names, questions and messages come from pages, stores and
 * files, and none of their characters may steer the terminal.
 */
final class PrintableWriter extends FilterWriter {
  private PrintableWriter(Writer out) {
    super(out);
  }

  /** Lets a command write through such writers; help, which has colors, does not. */
  static void guard(CommandLine command) {
    if (!command.isUsageHelpRequested() && !(command.getCommand() instanceof HelpCommand)) {
      command.setOut(new PrintWriter(new PrintableWriter(command.getOut())));
      command.setErr(new PrintWriter(new PrintableWriter(command.getErr()), true));
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    String shown = Printable.lines(text.substring(from, from + length));
    out.write(shown, 0, shown.length());
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(int letter) throws IOException {
    write(Character.toString((char) letter), 0, 1);
  }
}
