package org.skipjack.kernel.execution;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings objects of a class that a cell declared into the class that replaced it: a new object
 * whose fields have the values of those of the same name. A record is built by its constructor, an
 * enum constant is found by its name; what is new is null or 0.
 *
 * <p>Reaches what a variable holds, arrays, and the fields of adopted objects; not what lies in
 * collections, which hold objects of the old class until the cell that filled them runs again.
 */
final class StateMigration {
  private final ClassVersions classVersions;
  private final IdentityHashMap<Object, Object> adopted = new IdentityHashMap<>();
  private final Set<String> carried = new LinkedHashSet<>();

  StateMigration(ClassVersions classVersions) {
    this.classVersions = classVersions;
  }

  /** The value, or what stands for it now, if a field of type {@code target} can hold it. */
  Optional<Object> adopt(Object value, Class<?> target) {
    if (MethodType.methodType(target).wrap().returnType().isInstance(value)) {
      return Optional.of(value);
    }
    Object known = adopted.get(value);
    if (known != null) {
      return target.isInstance(known) ? Optional.of(known) : Optional.empty();
    }
    try {
      Optional<Object> fresh =
          target.isArray() ? array(value, target) : object(value).filter(target::isInstance);
      return fresh;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The names of the classes whose objects were carried over; forgets which became which. */
  Set<String> takeCarried() {
    Set<String> names = new LinkedHashSet<>(carried);
    carried.clear();
    adopted.clear();
    return names;
  }

  private Optional<Object> array(Object value, Class<?> target) {
    if (!value.getClass().isArray()) {
      return Optional.empty();
    }
    int length = Array.getLength(value);
    Object fresh = Array.newInstance(target.getComponentType(), length);
    adopted.put(value, fresh);
    for (int i = 0; i < length; i++) {
      Object element = Array.get(value, i);
      if (element != null) {
        Optional<Object> kept = adopt(element, target.getComponentType());
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        Array.set(fresh, i, kept.get());
      }
    }
    return Optional.of(fresh);
  }

  private Optional<Object> object(Object value) throws ReflectiveOperationException {
    Optional<Class<?>> newest = classVersions.newest(value.getClass());
    if (newest.isEmpty() || newest.get() == value.getClass()) {
      return Optional.empty();
    }
    Class<?> type = newest.get();
    Object fresh = type.isEnum() ? constant(value, type) : null;
    if (fresh == null) {
      fresh = type.isRecord() ? record(value, type) : filled(value, type);
    }
    carried.add(type.getSimpleName());
    adopted.put(value, fresh);
    return Optional.of(fresh);
  }

  private static @Nullable Object constant(Object value, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(((Enum<?>) value).name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("this constant is gone"));
  }

  private Object record(Object value, Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Object kept = inherited(value, components[i].getName(), types[i]);
      arguments[i] = kept == null ? Array.get(Array.newInstance(types[i], 1), 0) : kept;
    }
    return constructor.newInstance(arguments);
  }

  /** An object whose constructor is not called, as when one is read from a stream. */
  private Object filled(Object value, Class<?> type) throws ReflectiveOperationException {
    Object fresh = blank(type);
    adopted.put(value, fresh);
    for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        Object kept = inherited(value, field.getName(), field.getType());
        if (kept != null && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          field.set(fresh, kept);
        }
      }
    }
    return fresh;
  }

  private static Object blank(Class<?> type) throws ReflectiveOperationException {
    // By name: the compiler warns of this class of the JDK, and its warning cannot be turned off
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    Object constructor =
        factory
            .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
            .invoke(instance, type, Object.class.getDeclaredConstructor());
    return ((Constructor<?>) constructor).newInstance();
  }

  /** What an object's field of that name holds, if a field of type {@code target} can hold it. */
  private @Nullable Object inherited(Object value, String name, Class<?> target)
      throws IllegalAccessException {
    for (Class<?> part = value.getClass(); part != Object.class; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Object held = field.get(value);
          return held == null ? null : adopt(held, target).orElse(null);
        }
      }
    }
    return null;
  }
}
