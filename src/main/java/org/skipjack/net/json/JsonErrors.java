package org.skipjack.net.json;

/** What is wrong in the JSON of a net, where, and what to write instead. */
final class JsonErrors extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  JsonErrors(String at, String what) {
    super("in the JSON of a net, at %s: %s".formatted(at.isEmpty() ? "the top" : at, what));
  }

  private JsonErrors(String message) {
    super(message);
  }

  /** The same with a line that mends it. */
  JsonErrors fix(String fix) {
    String message = String.valueOf(getMessage());
    return new JsonErrors(
        "%s%s%nFix: %s".formatted(message, message.endsWith("?") ? "" : ".", fix));
  }
}
