package org.skipjack.kernel.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which class of a cell replaced which. JShell calls the wrapper of snippet 14 {@code
 * REPL.$JShell$14}, and those that replace it {@code …14B}, {@code …14C}; a type declared in it is
 * a member, {@code …14B$Point}.
 */
final class ClassVersions {
  private static final Pattern WRAPPER =
      Pattern.compile("^(REPL\\.\\$JShell\\$)([0-9A-Z_]+)(\\$.*)?$");

  private final Map<String, List<Class<?>>> byName = new HashMap<>();

  void add(Class<?> fresh) {
    List<Class<?>> versions =
        byName.computeIfAbsent(unversioned(fresh.getName()), name -> new ArrayList<>());
    versions.add(fresh);
  }

  /** What a class replaced. */
  Optional<Class<?>> predecessor(Class<?> type) {
    List<Class<?>> versions = byName.getOrDefault(unversioned(type.getName()), List.of());
    int index = versions.indexOf(type);
    return index <= 0 ? Optional.empty() : Optional.of(versions.get(index - 1));
  }

  /** The newest version of a class of a cell; nothing if it is none. */
  Optional<Class<?>> newest(Class<?> type) {
    List<Class<?>> versions = byName.getOrDefault(unversioned(type.getName()), List.of());
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** Those that are no longer the newest; they are forgotten with this call. */
  List<Class<?>> takeReplaced() {
    List<Class<?>> replaced = new ArrayList<>();
    for (List<Class<?>> versions : byName.values()) {
      List<Class<?>> old = versions.subList(0, versions.size() - 1);
      replaced.addAll(old);
      old.clear();
    }
    return replaced;
  }

  /** Whether a class is the wrapper of a snippet, not a type that was declared in it. */
  static boolean isWrapper(Class<?> type) {
    Matcher matcher = WRAPPER.matcher(type.getName());
    return matcher.matches() && matcher.group(3) == null;
  }

  private static String unversioned(String name) {
    Matcher matcher = WRAPPER.matcher(name);
    if (!matcher.matches()) {
      return name;
    }
    String member = matcher.group(3) == null ? "" : matcher.group(3);
    return matcher.group(1) + matcher.group(2).replaceAll("[A-Z]", "") + member;
  }
}
