package org.skipjack.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.data.shapes.Shapes;

class MixingTest {
  private final Dataset shapes = Shapes.split(16, 25, 1, Seed.of(1)).training().images();

  @Test
  void each_image_is_mixed_with_that_at_its_place_in_the_reversed_batch() {
    FloatBuffer images = FloatBuffer.wrap(new float[] {0, 1, 10, 20, 100, 200});
    Mixing.mix(images, 3, 2, 0.75f);

    assertThat(images.array()).containsExactly(25, 50.75f, 10, 20, 75, 150.25f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 1, 3, 8})
  void shares_have_the_mean_and_the_variance_of_a_beta_distribution(double alpha) {
    RandomSource random = Seed.of(3).random();
    int draws = alpha > 5 ? 300 : 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double share = Mixing.share(alpha, random);
      assertThat(share).isBetween(0.0, 1.0);
      sum += share;
      squares += share * share;
    }
    double mean = sum / draws;
    double variance = 1 / (4 * (2 * alpha + 1));
    assertThat(mean).isCloseTo(0.5, within(5 * Math.sqrt(variance / draws)));
    assertThat(squares / draws - mean * mean)
        .isCloseTo(variance, within(variance * 8 / Math.sqrt(draws)));
  }

  private List<List<Float>> epoch(Transforms transforms, int from) {
    List<List<Float>> batches = new ArrayList<>();
    try (Batches all = new Batches(shapes, PixelMean.of(shapes), 8);
        Feed feed = all.changed(Seed.of(5), transforms, from)) {
      while (feed.hasNext()) {
        Batch batch = feed.next();
        List<Float> values = new ArrayList<>(List.of((float) batch.share()));
        for (float value : batch.images().dup().data().asFloat()) {
          values.add(value);
        }
        batches.add(values);
      }
    }
    return batches;
  }

  @Test
  void a_feed_mixes_each_batch_by_a_share_of_its_own_that_the_seed_decides() {
    Transforms mixing = new Transforms(Augmentation.flip(), 1, Seed.of(9));
    List<List<Float>> mixed = epoch(mixing, 0);
    List<List<Float>> unmixed = epoch(new Transforms(Augmentation.flip(), 0, Seed.of(9)), 0);

    assertThat(mixed)
        .isEqualTo(epoch(mixing, 0))
        .isNotEqualTo(epoch(new Transforms(Augmentation.flip(), 1, Seed.of(8)), 0));
    assertThat(mixed.stream().map(batch -> batch.get(0)).distinct()).hasSize(4);
    assertThat(unmixed).allMatch(batch -> batch.get(0) == 1);
    float share = mixed.get(0).get(0);
    int size = shapes.imageSize();
    float expected =
        share * unmixed.get(0).get(1 + 7) + (1 - share) * unmixed.get(0).get(1 + 7 * size + 7);
    assertThat(mixed.get(0).get(1 + 7)).isCloseTo(expected, within(1e-6f));
  }

  @Test
  void the_rest_of_a_pass_is_what_the_whole_ends_in() {
    Transforms transforms = new Transforms(Augmentation.of("pad-crop:2,flip"), 0.5, Seed.of(9));
    List<List<Float>> whole = epoch(transforms, 0);

    for (int from = 0; from <= whole.size(); from++) {
      assertThat(epoch(transforms, from)).isEqualTo(whole.subList(from, whole.size()));
    }
  }
}
