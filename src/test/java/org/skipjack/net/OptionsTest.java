package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Options stand in any order; they are found by reflection, so that a new one is tried too. */
class OptionsTest {
  private static final Map<String, Integer> DEPTHS =
      Map.of(
          "resnet", 8,
          "plain", 8,
          "preActResnet", 11,
          "wideResnet", 10,
          "imagenetResnet", 18,
          "imagenetPlain", 18);

  @Property(tries = 200, seed = "14", edgeCases = EdgeCasesMode.NONE)
  void options_mean_the_same_in_any_order(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (Method word : words()) {
      List<Option> given = options(word, random);
      Object meaning = meaning(word, given);
      Collections.shuffle(given, random);
      assertThat(meaning(word, given)).as("%s%s", word.getName(), given).isEqualTo(meaning);
    }
  }

  @Test
  void there_are_words_with_options_of_every_type() throws Exception {
    assertThat(words()).extracting(Method::getName).contains("conv", "maxPool", "resnet");
    for (Method word : words()) {
      assertThat(choices(word)).as(word.getName()).isNotEmpty();
    }
  }

  /** All words that take options. */
  private static List<Method> words() {
    return Stream.of(Net.class, Blocks.class, Families.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(word -> word.isVarArgs() && Option.class.isAssignableFrom(optionType(word)))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static Class<?> optionType(Method word) {
    Class<?>[] types = word.getParameterTypes();
    return types[types.length - 1].getComponentType();
  }

  private static List<Option> choices(Method word) throws Exception {
    List<Option> choices = new ArrayList<>();
    for (Method maker : Option.class.getMethods()) {
      if (Modifier.isStatic(maker.getModifiers())
          && optionType(word).isAssignableFrom(maker.getReturnType())) {
        choices.add((Option) maker.invoke(null, arguments(maker.getParameterTypes())));
      }
    }
    return choices;
  }

  private static Object[] arguments(Class<?>... types) {
    return Arrays.stream(types).map(OptionsTest::argument).toArray();
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 2;
    }
    return type == double.class ? (Object) 0.5 : Option.identity();
  }

  /** Some options, at most one of a kind. */
  private static List<Option> options(Method word, Random random) throws Exception {
    List<Option> all = choices(word);
    Collections.shuffle(all, random);
    List<Option> some = new ArrayList<>();
    for (Option option : all.subList(0, random.nextInt(all.size() + 1))) {
      if (some.stream().noneMatch(one -> one.kind().equals(option.kind()))) {
        some.add(option);
      }
    }
    return some;
  }

  /** The net that comes of it, or why there is none. */
  private static Object meaning(Method word, List<Option> given) throws Exception {
    Class<?>[] types = word.getParameterTypes();
    Object options = Array.newInstance(optionType(word), given.size());
    for (int i = 0; i < given.size(); i++) {
      Array.set(options, i, given.get(i));
    }
    Object[] arguments = arguments(Arrays.copyOf(types, types.length));
    arguments[types.length - 1] = options;
    if (word.getDeclaringClass() == Families.class) {
      arguments[0] = DEPTHS.get(word.getName());
    }
    try {
      Object made = word.invoke(Net.net(), arguments);
      return made instanceof UnaryOperator<?> block ? Net.net().block(cast(block)) : made;
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getTargetException().getMessage());
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Net> cast(UnaryOperator<?> block) {
    return (UnaryOperator<Net>) block;
  }
}
