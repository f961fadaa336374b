package org.skipjack;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may use what, as the design's table of packages has it. */
class ArchitectureTest {

  private static final String ROOT = "org.skipjack";
  private static final int LONGEST_FILE = 400;

  /**
   * A package, what it may use of ours, and what it may use of others; {@code *} is everything, and
   * {@code data.*} is {@code data} with the packages inside it.
   */
  private static final String DESIGN =
      """
      (root)          | * -cli                                           | nd4j
      io              | -                                                | -
      net             | -                                                | -
      net.json        | net                                              | -
      graph           | net                                              | -
      view            | graph net io                                     | -
      data            | io                                               | nd4j
      data.augmentation | data                                           | -
      data.batch      | data data.augmentation                           | nd4j
      data.format     | data                                             | -
      data.shapes     | data                                             | -
      data.catalog    | data data.format data.shapes io                  | -
      engine          | graph                                            | nd4j
      engine.samediff | engine graph net                                 | nd4j
      engine.onednn   | engine graph net                                 | nd4j dnnl
      train           | train.* engine graph net data.* io               | nd4j
      train.state     | engine io                                        | nd4j
      train.optimizer | train.state engine graph                         | nd4j
      train.recipe    | train.optimizer data.augmentation io             | -
      train.history   | -                                                | -
      train.health    | train.recipe train.state engine graph            | nd4j
      train.tensorboard | train train.history                            | -
      bench           | engine graph net data.* train.*                  | -
      inspect         | engine graph net data.*                          | nd4j
      experiment      | experiment.* train.* engine graph net data.* io  | -
      experiment.statistics | -                                          | -
      experiment.plan | experiment.statistics train.* engine graph net data.* io | -
      experiment.store | experiment.plan train.* tribuo net io           | -
      experiment.runner | experiment.plan experiment.store train.* tribuo engine graph net data.* io | -
      experiment.analysis | experiment.plan experiment.store experiment.statistics train.* data | -
      experiment.sweep | experiment experiment.plan train.* data.* net   | -
      tribuo          | train.* data.* net io                            | nd4j tribuo
      plot            | train.* experiment.* inspect io                  | xchart
      report          | experiment.* plot train.* graph view data.* engine net tribuo io | -
      exchange        | engine graph train.* io                          | nd4j
      spark           | experiment.* train.*                             | -
      kernel          | * -cli                                           | jjava nd4j tribuo xchart
      kernel.source   | -                                                | -
      kernel.wire     | io                                               | zeromq
      kernel.execution | -                                               | asm
      kernel.evaluation | net kernel.execution kernel.source             | -
      kernel.display  | -                                                | -
      kernel.install  | kernel kernel.evaluation kernel.wire io          | -
      kernel.assist   | kernel.display kernel.documentation kernel.evaluation kernel.source | -
      kernel.documentation | io                                          | -
      kernel.live     | data.* train.* plot io kernel.display            | jjava
      kernel.compat   | kernel.assist kernel.display kernel.documentation kernel.evaluation kernel.execution io | jjava zeromq
      kernel.notebook | kernel.display kernel.evaluation kernel.execution kernel.compat net io | -
      kernel.page     | kernel.notebook kernel.source io                 | commonmark
      kernel.renderers | kernel.display data.* experiment.* graph io net plot report train.* tribuo view | nd4j tribuo xchart
      cli             | *                                                | nd4j tribuo picocli
      """;

  /** The libraries that not every package may use. */
  private static final Map<String, String> CONFINED =
      Map.of(
          "nd4j", "org.nd4j..",
          "dnnl", "org.bytedeco.dnnl..",
          "tribuo", "org.tribuo..",
          "xchart", "org.knowm.xchart..",
          "picocli", "picocli..",
          "asm", "org.objectweb.asm..",
          "commonmark", "org.commonmark..",
          "jjava", "org.dflib..",
          "zeromq", "org.zeromq..");

  private static final Set<String> FORMATTING =
      Set.of("java.lang.String", "java.io.PrintStream", "java.io.PrintWriter");

  private static final Set<String> FORMATS =
      Set.of(
          "java.text.Collator",
          "java.text.DateFormat",
          "java.text.DecimalFormat",
          "java.text.DecimalFormatSymbols",
          "java.text.MessageFormat",
          "java.text.NumberFormat",
          "java.text.SimpleDateFormat",
          "java.util.Formatter",
          "java.util.Scanner");

  private static final Set<String> LOCALES =
      Set.of("java.util.Locale", "java.text.DecimalFormatSymbols");

  private static final Map<String, Row> ROWS = rows();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private record Row(String name, Set<String> ours, Set<String> others) {
    boolean mayUse(String other) {
      String family = other.split("\\.", -1)[0];
      return name.equals(other)
          || ours.contains(other)
          || ours.contains(family + ".*")
          || (ours.contains("*") && !ours.contains("-" + other));
    }
  }

  @Test
  void packages_use_only_what_the_design_allows() {
    List<String> offences = new ArrayList<>();
    for (JavaClass user : MAIN) {
      for (JavaClass used : usedBy(user)) {
        if (isOurs(used) && !row(user).mayUse(nameOf(used))) {
          offences.add(user.getName() + " uses " + used.getName());
        }
      }
    }
    assertThat(offences).as("uses of our packages that the design has no row for").isEmpty();
  }

  @Test
  void libraries_stay_in_the_packages_named_for_them() {
    CONFINED.forEach(
        (library, packages) ->
            noClasses()
                .that(describe("may not use " + library, c -> !row(c).others().contains(library)))
                .should()
                .dependOnClassesThat(resideInAPackage(packages))
                .allowEmptyShould(true)
                .check(MAIN));
  }

  @Test
  void every_package_has_a_row_in_the_design() {
    assertThat(MAIN.stream().map(ArchitectureTest::nameOf)).isSubsetOf(ROWS.keySet());
  }

  @Test
  void packages_are_free_of_cycles() {
    // The façade uses every package and is used by the command alone, so it is no slice
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true).check(MAIN);
  }

  @Test
  void every_package_says_what_it_is_for() {
    Set<Path> silent = new TreeSet<>();
    for (Path source : sources("src/main/java")) {
      Path folder = source.resolveSibling("package-info.java");
      if (!Files.exists(folder)) {
        silent.add(folder);
      }
    }
    assertThat(silent).as("packages without a package-info.java").isEmpty();
  }

  @Test
  void every_file_can_be_read_in_one_sitting() {
    Map<Path, Integer> tooLong = new LinkedHashMap<>();
    for (String root : List.of("src/main/java", "src/test/java", "src/peers/java")) {
      for (Path source : sources(root)) {
        int lines = lines(source).size();
        if (lines > LONGEST_FILE) {
          tooLong.put(source, lines);
        }
      }
    }
    assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
  }

  @Test
  void randomness_is_an_argument() {
    noClasses()
        .should()
        .dependOnClassesThat(isOneOf(Random.class, ThreadLocalRandom.class))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethodWhere(
            describe(
                "Nd4j.getRandom()",
                call ->
                    call.getTargetOwner().getName().equals("org.nd4j.linalg.factory.Nd4j")
                        && call.getName().equals("getRandom")))
        .because("the same seed must give the same bits, whatever ran before")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void nothing_is_written_in_the_language_of_the_machine() {
    noClasses()
        .should()
        .callMethodWhere(describe("of the default locale", ArchitectureTest::asksForTheLocale))
        .orShould()
        .callConstructorWhere(describe("of the default locale", ArchitectureTest::asksForTheLocale))
        .because("a number is written in the same digits everywhere")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  /** {@code String.formatted} is left to Error Prone, which reads what is to be formatted. */
  private static boolean asksForTheLocale(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    boolean told =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> LOCALES.contains(type.getName()));
    return switch (call.getName()) {
      case "format", "printf" -> FORMATTING.contains(owner) && !told;
      case "toUpperCase", "toLowerCase" -> owner.equals("java.lang.String") && !told;
      case "<init>" -> FORMATS.contains(owner) && !told;
      case "getDefault" -> owner.equals("java.util.Locale");
      default -> call.getName().endsWith("Instance") && FORMATS.contains(owner) && !told;
    };
  }

  @Test
  void nothing_static_can_change() {
    noFields()
        .should(
            ArchConditions.be(describe("static and not final", ArchitectureTest::isMutableStatic)))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  private static boolean isMutableStatic(JavaField field) {
    Set<?> modifiers = field.getModifiers();
    return modifiers.contains(STATIC) && !modifiers.contains(FINAL);
  }

  private static DescribedPredicate<JavaClass> isOneOf(Class<?>... types) {
    String names = Arrays.stream(types).map(Class::getSimpleName).collect(joining(" or "));
    return describe(names, c -> Arrays.stream(types).anyMatch(c::isEquivalentTo));
  }

  private static List<JavaClass> usedBy(JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .distinct()
        .toList();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static Row row(JavaClass type) {
    return ROWS.getOrDefault(nameOf(type), new Row(nameOf(type), Set.of(), Set.of()));
  }

  /** The package as the design names it, so without our prefix. */
  private static String nameOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "(root)" : name.substring(ROOT.length() + 1);
  }

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : DESIGN.lines().toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      Row row = new Row(cells.get(0), words(cells.get(1)), words(cells.get(2)));
      rows.put(row.name(), row);
    }
    return rows;
  }

  private static Set<String> words(String cell) {
    return cell.equals("-") ? Set.of() : Set.of(cell.split(" ", -1));
  }

  private static List<Path> sources(String root) {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
