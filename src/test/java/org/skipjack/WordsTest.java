package org.skipjack;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A value that was set is set: words that set different things may come in any order, and of those
 * that set the same thing the last counts.
 */
class WordsTest {
  /** What gives the same type back and sets nothing, and why it does not. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("Net", "a layer comes after those before it"),
          Map.entry("Augmentation.then", "one change comes after the other"),
          Map.entry("TrainingListener.and", "one is told after the other"),
          Map.entry("ExperimentListener.and", "one is told after the other"),
          Map.entry("History.with", "an epoch comes after those before it"),
          Map.entry("Diagram.beside", "a net stands beside those before it"),
          Map.entry("DataSplit", "a choice among the images that are there"),
          Map.entry("Dataset", "a choice among the images that are there"),
          Map.entry("Predictions", "a choice among the predictions that are there"),
          Map.entry("Run.continueFor", "another run"),
          Map.entry("Ledger", "verdicts beside those that are there"),
          Map.entry("RunTable", "a choice among the runs that are there"),
          Map.entry("Seed.split", "another seed"),
          Map.entry("Parameters", "other memory"),
          Map.entry("Interval.negated", "another interval"),
          Map.entry("Rendering.shortened", "what is there, cut"),
          Map.entry("ValueJson.withText", "how one more type is written"),
          Map.entry("StateTransfer.in", "a place within another"),
          Map.entry("DatasetException.in", "the only thing that is said of it"),
          Map.entry("DivergedException.keptIn", "the only thing that is said of it"),
          Map.entry("ConfusionChart.theme", "its only word"),
          Map.entry("GradientChart.theme", "its only word"),
          Map.entry("LearningRateChart.theme", "its only word"),
          Map.entry("LearningRateSearchChart.theme", "its only word"),
          Map.entry("PairedChart.theme", "its only word"),
          Map.entry("Report.command", "its only word"));

  @Property(tries = 100, seed = "14", edgeCases = EdgeCasesMode.NONE)
  void words_may_come_in_any_order_and_the_last_of_the_same_thing_counts(@ForAll long seed) {
    Random random = new Random(seed);
    for (Vocabulary<?> vocabulary : Vocabularies.all()) {
      requireAnyOrder(vocabulary, random);
    }
  }

  private static <T> void requireAnyOrder(Vocabulary<T> vocabulary, Random random) {
    List<Vocabulary.Word<T>> sentence = vocabulary.sentence(random, random.nextInt(7));
    List<Vocabulary.Word<T>> other = vocabulary.rearranged(sentence, random);
    assertThat(vocabulary.after(sentence))
        .as("%s: %s, and %s", vocabulary, text(sentence), text(other))
        .isEqualTo(vocabulary.after(other));
  }

  private static <T> String text(List<Vocabulary.Word<T>> sentence) {
    return sentence.stream().map(Vocabulary.Word::signature).collect(joining("."));
  }

  @Test
  void every_word_changes_something() {
    for (Vocabulary<?> vocabulary : Vocabularies.all()) {
      requireChanges(vocabulary);
    }
  }

  private static <T> void requireChanges(Vocabulary<T> vocabulary) {
    for (Vocabulary.Word<T> word : vocabulary.words()) {
      List<Object> after =
          vocabulary.words().stream()
              .filter(one -> one.signature().equals(word.signature()))
              .map(one -> vocabulary.after(List.of(one)))
              .toList();
      assertThat(after)
          .as("%s.%s", vocabulary, word.signature())
          .anyMatch(seen -> !seen.equals(vocabulary.after(List.of())));
    }
  }

  @Test
  void every_word_has_values_to_be_tried_with() {
    Set<String> tried = new TreeSet<>();
    for (Vocabulary<?> vocabulary : Vocabularies.all()) {
      vocabulary.words().forEach(word -> tried.add(vocabulary + "." + word.signature()));
    }
    Set<String> there = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.skipjack")
            .stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getMethods().stream())
            .filter(WordsTest::isWord)
            .forEach(word -> there.add(signature(word)));

    assertThat(tried).isEqualTo(there);
  }

  /** It gives its own type back, and is not one of the others. */
  private static boolean isWord(JavaMethod method) {
    JavaClass type = method.getOwner();
    Set<JavaModifier> modifiers = method.getModifiers();
    return method.getRawReturnType().equals(type)
        && modifiers.contains(JavaModifier.PUBLIC)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !OTHERS.containsKey(type.getSimpleName())
        && !OTHERS.containsKey(type.getSimpleName() + "." + method.getName());
  }

  private static String signature(JavaMethod method) {
    return method.getOwner().getSimpleName()
        + "."
        + method.getName()
        + method.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(joining(",", "(", ")"));
  }
}
