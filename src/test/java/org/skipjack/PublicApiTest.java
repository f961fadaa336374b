package org.skipjack;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What other projects can build on: every type and member that is public or protected in the
 * packages of the library, as the file {@code public-api.txt} beside this test lists it.
 */
class PublicApiTest {
  private static final String ROOT = "org.skipjack";
  private static final Path FILE = Path.of("src/test/resources/org/skipjack/public-api.txt");

  @Test
  void a_change_of_the_public_api_is_a_change_of_its_list() throws IOException {
    String api = api();
    Path written = Path.of("target/public-api.txt");
    Files.writeString(written, api);

    assertThat(api)
        .as("Fix: if the change is meant, cp %s %s", written, FILE)
        .isEqualTo(Files.readString(FILE));
  }

  private static String api() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT)
            .stream()
            .filter(type -> isOfLibrary(type.getPackageName()) && isVisible(type))
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .map(type -> described(type.reflect()))
            .collect(joining("\n"));
  }

  /** The command line and the kernel are programs, and in the application's jar alone. */
  private static boolean isOfLibrary(String name) {
    return Stream.of(".cli", ".kernel")
        .noneMatch(part -> (name + ".").startsWith(ROOT + part + "."));
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicApiTest::isVisible).orElse(true);
  }

  private static String described(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isShown(field)) {
        members.add(name(field.getGenericType()) + " " + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isShown(constructor)) {
        members.add("new" + parameters(constructor.getGenericParameterTypes()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isShown(method) && !method.isBridge() && !isOfEveryObject(method)) {
        String result = Modifier.isStatic(method.getModifiers()) ? "static " : "";
        members.add(
            result
                + name(method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method.getGenericParameterTypes()));
      }
    }
    return members.stream()
        .map(member -> "  " + member + "\n")
        .collect(joining("", head(type) + "\n", ""));
  }

  private static String head(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "annotation"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
    Class<?> parent = type.getSuperclass();
    if (parent != null && !List.of(Object.class, Record.class, Enum.class).contains(parent)) {
      above.add(0, type.getGenericSuperclass());
    }
    String list = above.stream().map(PublicApiTest::name).collect(joining(", "));
    return kind + " " + type.getName() + (list.isEmpty() ? "" : " : " + list);
  }

  private static boolean isShown(Member member) {
    int modifiers = member.getModifiers();
    return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
        && !member.isSynthetic();
  }

  private static boolean isOfEveryObject(Method method) {
    return List.of("toString", "hashCode", "equals", "values", "valueOf")
        .contains(method.getName());
  }

  private static String parameters(Type[] types) {
    return Arrays.stream(types).map(PublicApiTest::name).collect(joining(", ", "(", ")"));
  }

  /** Without the packages, which no two of our types need: see {@link NamesTest}. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("[a-z_][\\w]*\\.", "");
  }
}
