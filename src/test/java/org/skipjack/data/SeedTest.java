package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void children_are_the_same_on_every_platform() {
    assertThat(Seed.of(1).split("stage2/block0/conv1").value()).isEqualTo(-7930475678559556698L);
    assertThat(Seed.of(1).split("größe").value()).isEqualTo(8540125847423765611L);
    assertThat(Seed.of(1).split(7).value()).isEqualTo(7515642326727654448L);
  }

  @Test
  void a_child_does_not_depend_on_what_was_split_before() {
    Seed seed = Seed.of(42);
    Seed first = seed.split("conv1");
    Seed other = seed.split("conv2");

    assertThat(seed.split("conv1")).isEqualTo(first).isNotEqualTo(other);
  }

  @Test
  void names_numbers_and_parents_all_tell_children_apart() {
    Set<Seed> children = new HashSet<>();
    for (int parent = 0; parent < 100; parent++) {
      for (int child = 0; child < 100; child++) {
        children.add(Seed.of(parent).split(child));
        children.add(Seed.of(parent).split(Integer.toString(child)));
      }
    }

    assertThat(children).hasSize(20_000);
  }

  @Test
  void a_path_is_another_child_than_its_steps() {
    Seed seed = Seed.of(3);

    assertThat(seed.split("a/b")).isNotEqualTo(seed.split("a").split("b"));
    assertThat(seed.split("")).isNotEqualTo(seed);
  }

  @Test
  void one_bit_of_the_parent_changes_about_half_of_the_child() {
    int changed = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      changed += Long.bitCount(Seed.of(0).split(9).value() ^ Seed.of(1L << bit).split(9).value());
      changed +=
          Long.bitCount(Seed.of(0).split("x").value() ^ Seed.of(1L << bit).split("x").value());
    }

    assertThat(changed / 128.0).isBetween(30.0, 34.0);
  }

  @Test
  void every_stream_of_a_seed_is_the_same() {
    assertThat(Seed.of(5).random().nextLong()).isEqualTo(Seed.of(5).random().nextLong());
  }
}
