package org.skipjack.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of this session and the text of what they gave, as {@code history_request} asks. */
final class CellHistory {
  /** The number of this session; earlier ones are not kept. */
  private static final int SESSION = 1;

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int number, String input, @Nullable String output) {}

  synchronized void add(int number, String input, @Nullable String output) {
    entries.add(new Entry(number, input, output));
  }

  /** Answers a request: {@code tail}, {@code range} or {@code search}. */
  synchronized JsonObject answer(JsonObject request) {
    List<Entry> found =
        switch (MessageContent.text(request, "hist_access_type", "tail")) {
          case "range" -> range(request);
          case "search" -> search(request);
          default -> last(entries, MessageContent.number(request, "n", 10));
        };
    JsonArray history = new JsonArray();
    boolean withOutput = MessageContent.flag(request, "output", false);
    found.forEach(entry -> history.add(tuple(entry, withOutput)));
    return MessageContent.ok().with("history", history).build();
  }

  private List<Entry> range(JsonObject request) {
    int session = MessageContent.number(request, "session", 0);
    int start = MessageContent.number(request, "start", 0);
    int stop = MessageContent.number(request, "stop", Integer.MAX_VALUE);
    boolean ours = session == SESSION || session == 0; // 0 is the current one, below 0 are earlier
    return filter(entry -> ours && entry.number() >= start && entry.number() < stop);
  }

  private List<Entry> search(JsonObject request) {
    Pattern pattern = glob(MessageContent.text(request, "pattern", "*"));
    List<Entry> found = filter(entry -> pattern.matcher(entry.input()).matches());
    if (MessageContent.flag(request, "unique", false)) {
      Map<String, Entry> latest = new LinkedHashMap<>();
      for (Entry entry : found) {
        Entry unused = latest.remove(entry.input());
        latest.put(entry.input(), entry);
      }
      found = List.copyOf(latest.values());
    }
    return last(found, MessageContent.number(request, "n", Integer.MAX_VALUE));
  }

  private List<Entry> filter(Predicate<Entry> condition) {
    return entries.stream().filter(condition).toList();
  }

  private static List<Entry> last(List<Entry> all, int count) {
    return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
  }

  /** {@code *} stands for any text, {@code ?} for one character. */
  private static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static JsonArray tuple(Entry entry, boolean withOutput) {
    JsonArray tuple = new JsonArray();
    tuple.add(SESSION);
    tuple.add(entry.number());
    if (withOutput) {
      JsonArray pair = new JsonArray();
      pair.add(entry.input());
      if (entry.output() == null) {
        pair.add(JsonNull.INSTANCE);
      } else {
        pair.add(entry.output());
      }
      tuple.add(pair);
    } else {
      tuple.add(entry.input());
    }
    return tuple;
  }
}
