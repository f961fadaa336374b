package org.skipjack.kernel.execution;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cells declared and what it holds. A variable is a static field of its snippet's class; when
 * JShell replaces that class, the new one gets the value of the old one before any code runs.
 */
public final class Variables {
  private final ClassVersions classVersions = new ClassVersions();
  private final StateMigration stateMigration = new StateMigration(classVersions);
  private final Map<String, Class<?>> holders = new HashMap<>();
  private final List<String> lost = new ArrayList<>();
  private Set<String> declaring = Set.of();

  /**
   * The variable's value.
   *
   * @return null also if there is no such variable
   */
  public synchronized @Nullable Object value(String variable) {
    return field(variable).map(Variables::get).orElse(null);
  }

  /** Gives a variable a value that it had before its class was replaced. */
  public synchronized void restore(String variable, @Nullable Object value) {
    field(variable).ifPresent(field -> adopt(field, value));
  }

  /** Lets go what a variable holds, and forgets the variable. */
  public synchronized void release(String variable) {
    field(variable).ifPresent(Variables::clear);
    holders.remove(variable);
  }

  /** Lets go what replaced classes hold. Call it when everything is where it belongs. */
  public synchronized void settle() {
    for (Class<?> replaced : classVersions.takeReplaced()) {
      if (ClassVersions.isWrapper(replaced)) {
        variableFields(replaced).forEach(Variables::clear);
      }
    }
  }

  /** The variables whose value could not be kept; each is told of once. */
  public synchronized List<String> takeLost() {
    List<String> taken = List.copyOf(lost);
    lost.clear();
    return taken;
  }

  /** The classes whose objects were carried over to a new version; each is told of once. */
  public synchronized Set<String> takeCarried() {
    return stateMigration.takeCarried();
  }

  /** What the next snippet declares anew, and so begins without a value. */
  synchronized void declaring(Set<String> names) {
    declaring = Set.copyOf(names);
  }

  synchronized void loaded(Class<?> fresh) {
    classVersions.add(fresh);
    boolean wrapper = ClassVersions.isWrapper(fresh);
    for (Field field : variableFields(fresh)) {
      if (wrapper) {
        holders.put(field.getName(), fresh);
      }
      if (!declaring.contains(wrapper ? field.getName() : fresh.getSimpleName())) {
        classVersions.predecessor(fresh).ifPresent(old -> inherit(field, old));
      }
    }
  }

  private void inherit(Field field, Class<?> old) {
    for (Field previous : variableFields(old)) {
      if (previous.getName().equals(field.getName())) {
        adopt(field, get(previous));
      }
    }
  }

  private void adopt(Field field, @Nullable Object value) {
    if (value == null) {
      return;
    }
    Optional<Object> adopted = stateMigration.adopt(value, field.getType());
    if (adopted.isPresent()) {
      set(field, adopted.get());
    } else {
      lost.add(field.getName());
    }
  }

  private Optional<Field> field(String variable) {
    Class<?> holder = holders.get(variable);
    return holder == null
        ? Optional.empty()
        : variableFields(holder).stream()
            .filter(field -> field.getName().equals(variable))
            .findFirst();
  }

  private static List<Field> variableFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()) {
        field.setAccessible(true);
        fields.add(field);
      }
    }
    return fields;
  }

  private static @Nullable Object get(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException | LinkageError e) {
      return null;
    }
  }

  private static void set(Field field, Object value) {
    try {
      field.set(null, value);
    } catch (IllegalAccessException | IllegalArgumentException | LinkageError e) {
      throw new IllegalStateException("cannot set " + field, e);
    }
  }

  private static void clear(Field field) {
    try {
      if (!field.getType().isPrimitive()) {
        field.set(null, null);
      }
    } catch (IllegalAccessException | LinkageError e) {
      // Its class never came up, so it holds nothing
    }
  }
}
