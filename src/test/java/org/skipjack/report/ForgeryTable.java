package org.skipjack.report;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Some forgeries of a report. */
class ForgeryTable {
  static final int TRAINING = 100;
  static final int TEST = 40;
  static final String PICTURE = "base64,[A-Za-z0-9+/=]{80}";

  /** The report as it was made here. */
  final String here;

  /** The same as if it had been made elsewhere, where no run can be repeated to the bit. */
  final String other;

  /** One whose seeds a rule has added. */
  final String ruled;

  private final List<Forgery> forgeries = new ArrayList<>();

  ForgeryTable(String here, String ruled) {
    this.here = here;
    this.other = Forger.remade(here, Forger.elsewhere());
    this.ruled = ruled;
  }

  /**
   * A forged page.
   *
   * @param name what is forged
   * @param page the page, sealed anew
   * @param line how the line of the answer begins that refuses it, or what the refusal says
   * @param quick whether it is found by first epochs, so that nothing else need be run
   */
  record Forgery(String name, Supplier<String> page, String line, boolean quick) {}

  final List<Forgery> rows() {
    return List.copyOf(forgeries);
  }

  final void row(String name, Supplier<String> page, String line) {
    forgeries.add(new Forgery(name, page, line, false));
  }

  final void text(String name, UnaryOperator<String> change) {
    row(name, () -> Forger.sealed(other, change), "  NO  text and tables: line ");
  }

  final void away(String name, Consumer<JsonObject> change, String line) {
    row(name, () -> Forger.remade(other, change), line);
  }

  final void quick(String name, Consumer<JsonObject> change, String line) {
    forgeries.add(new Forgery(name, () -> Forger.remade(here, change), line, true));
  }
}
