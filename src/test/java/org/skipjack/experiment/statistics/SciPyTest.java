package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against SciPy (Debian's python3-scipy), on 1,000 random tables of two arms. */
@Tag("scipy")
class SciPyTest {
  private static final int TABLES = 1_000;
  private static final int FAMILY = 5;
  private static final int FEW = 60;
  private static final double MARGIN = 0.75;
  private static final int MOST_WITH_TIES = 12;
  private static final int MOST_PAIRS = 40;

  private static final List<Table> TABLE_LIST = tables();
  private static JsonObject scipy = new JsonObject();

  @TempDir private static Path folder;

  /** Two arms, a value a seed. */
  private record Table(List<Double> first, List<Double> second) {
    PairedDifference difference() {
      return PairedDifference.of(new Sample(first), new Sample(second), 0.95, new Golden());
    }
  }

  /** Indices from the multiples of the golden ratio, which a line of Python can draw too. */
  private static final class Golden implements RandomGenerator {
    private long count;

    @Override
    public int nextInt(int bound) {
      long drawn = (++count * 2_654_435_761L) & 0xFFFF_FFFFL;
      return (int) ((drawn * bound) >>> 32);
    }

    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("indices only");
    }
  }

  /** Multiples of 2⁻¹⁰, whose sums are exact in any order; few of them, so that there are ties. */
  private static List<Table> tables() {
    Random random = new Random(20);
    List<Table> tables = new ArrayList<>();
    while (tables.size() < TABLES) {
      boolean ties = random.nextBoolean();
      int pairs = 2 + random.nextInt((ties ? MOST_WITH_TIES : MOST_PAIRS) - 1);
      double spread = ties && pairs <= MOST_WITH_TIES ? 12 : 1 << 20;
      double effect = random.nextGaussian();
      Table table =
          new Table(
              values(random, pairs, u -> Math.rint(spread * (u + effect)) / 1024),
              values(random, pairs, u -> Math.rint(spread * u) / 1024));
      if (Sample.of(differences(table)).isConstant()) {
        continue;
      }
      if (isSpread(table.first()) && isSpread(table.second())) {
        tables.add(table);
      }
    }
    return tables;
  }

  private static List<Double> values(Random random, int count, DoubleUnaryOperator of) {
    return random.doubles(count).map(of).boxed().toList();
  }

  private static double[] differences(Table table) {
    double[] differences = new double[table.first().size()];
    Arrays.setAll(differences, i -> table.first().get(i) - table.second().get(i));
    return differences;
  }

  private static boolean isSpread(List<Double> values) {
    return !new Sample(values).isConstant();
  }

  @BeforeAll
  static void ask() throws IOException, InterruptedException {
    Path input = folder.resolve("tables.json");
    Path output = folder.resolve("scipy.json");
    Path errors = folder.resolve("errors.txt");
    Files.writeString(input, new Gson().toJson(TABLE_LIST));
    String python = System.getProperty("python", "/usr/bin/python3");
    int code =
        new ProcessBuilder(python, "src/test/resources/org/skipjack/experiment/statistics.py")
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(errors, StandardCharsets.UTF_8)).isZero();
    scipy = JsonParser.parseString(Files.readString(output)).getAsJsonObject();
  }

  private static JsonObject scipy(int table) {
    return scipy.getAsJsonArray("tables").get(table).getAsJsonObject();
  }

  private static void assertEqual(int table, String figure, double... ours) {
    JsonArray theirs = new JsonArray();
    if (scipy(table).get(figure).isJsonArray()) {
      theirs = scipy(table).getAsJsonArray(figure);
    } else {
      theirs.add(scipy(table).get(figure));
    }
    assertThat(theirs.size()).isEqualTo(ours.length);
    for (int i = 0; i < ours.length; i++) {
      double expected = theirs.get(i).getAsDouble();
      Offset<Double> close = within(1e-6 * Math.max(1, Math.abs(expected)));
      assertThat(ours[i]).as("%s %d of table %d", figure, i, table).isCloseTo(expected, close);
    }
  }

  @Test
  void t_tests_and_their_intervals_agree() {
    for (int i = 0; i < TABLES; i++) {
      PairedDifference ours = TABLE_LIST.get(i).difference();
      assertEqual(i, "mean", ours.differences().mean());
      assertEqual(i, "deviation", ours.differences().standardDeviation());
      assertEqual(i, "t", ours.test().t());
      assertEqual(i, "p", ours.test().p());
      assertEqual(i, "interval", ours.test().interval().low(), ours.test().interval().high());
    }
  }

  @Test
  void welchs_test_agrees() {
    for (int i = 0; i < TABLES; i++) {
      WelchTest ours =
          WelchTest.of(
              published(TABLE_LIST.get(i).first()), published(TABLE_LIST.get(i).second()), 0.95);
      assertEqual(
          i,
          "welch",
          ours.t(),
          ours.degreesOfFreedom(),
          ours.p(),
          ours.interval().low(),
          ours.interval().high());
    }
  }

  private static WelchTest.Published published(List<Double> values) {
    Sample sample = new Sample(values);
    return new WelchTest.Published(sample.mean(), sample.standardDeviation(), sample.size());
  }

  @Test
  void signed_ranks_agree_with_and_without_ties() {
    for (int i = 0; i < TABLES; i++) {
      SignedRanks ours = TABLE_LIST.get(i).difference().ranks();
      assertEqual(i, "ranks", ours.sum(), ours.p());
    }
  }

  @Test
  void bootstrap_intervals_agree_on_the_same_resamples() {
    for (int i = 0; i < TABLES; i++) {
      Interval ours =
          Bootstrap.of(TABLE_LIST.get(i).difference().differences(), 0.95, new Golden());
      assertEqual(i, "bootstrap", ours.low(), ours.high());
    }
  }

  @Test
  void effect_sizes_and_power_agree() {
    for (int i = 0; i < TABLES; i++) {
      PairedDifference ours = TABLE_LIST.get(i).difference();
      if (ours.pairs() > 2) {
        assertEqual(i, "effect", ours.effect().d(), ours.effect().g());
      }
      double effect = Math.min(Math.abs(ours.effect().d()), 3);
      assertEqual(i, "power", Power.paired(effect, ours.pairs(), 0.05));
    }
  }

  @Test
  void two_one_sided_tests_and_their_power_agree() {
    for (int i = 0; i < TABLES; i++) {
      PairedDifference ours = TABLE_LIST.get(i).difference();
      Sample differences = ours.differences();
      double deviation = differences.standardDeviation();
      double shift = Math.min(Math.abs(differences.mean()), MARGIN);

      assertEqual(i, "equivalence", EquivalenceTest.of(differences, MARGIN).p());
      assertEqual(
          i,
          "equivalence power",
          EquivalenceTest.power(MARGIN / deviation, shift / deviation, ours.pairs(), 0.05));
    }
  }

  @Test
  void intervals_of_effect_sizes_agree() {
    JsonArray few = scipy.getAsJsonArray("few");
    int next = 0;
    for (Table table : TABLE_LIST.subList(0, FEW)) {
      PairedDifference ours = table.difference();
      if (Math.abs(ours.test().t()) < 20) {
        Interval interval = EffectSize.interval(ours.test().t(), ours.pairs(), 0.95);
        JsonArray theirs = few.get(next++).getAsJsonObject().getAsJsonArray("effect interval");
        assertThat(interval.low()).isCloseTo(theirs.get(0).getAsDouble(), within(1e-6));
        assertThat(interval.high()).isCloseTo(theirs.get(1).getAsDouble(), within(1e-6));
      }
    }
    assertThat(next).isEqualTo(few.size()).isGreaterThan(FEW / 2);
  }

  @Test
  void holms_correction_agrees() {
    for (int family = 0; family < TABLES / FAMILY; family++) {
      List<Double> ps =
          TABLE_LIST.subList(FAMILY * family, FAMILY * (family + 1)).stream()
              .map(table -> table.difference().test().p())
              .toList();
      double[] theirs =
          new Gson().fromJson(scipy.getAsJsonArray("holm").get(family), double[].class);
      double[] ours = Holm.correct(ps).stream().mapToDouble(Double::doubleValue).toArray();
      assertThat(ours).as("family %d", family).containsExactly(theirs, within(1e-6));
    }
  }
}
