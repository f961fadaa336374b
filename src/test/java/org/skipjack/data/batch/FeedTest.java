package org.skipjack.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Transforms;
import org.skipjack.data.shapes.Shapes;

class FeedTest {
  private final Dataset shapes = Shapes.split(16, 25, 1, Seed.of(1)).training().images();
  private final PixelMean mean = PixelMean.of(shapes);

  /** Those of passes that other tests left open. */
  private final List<Thread> before = all();

  private static List<Thread> all() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("skipjack-feed"))
        .toList();
  }

  /** The threads of this test's passes. */
  private List<Thread> threads() {
    return all().stream().filter(thread -> !before.contains(thread)).toList();
  }

  @Test
  void a_pass_that_is_left_ends_its_thread() {
    try (Batches batches = new Batches(shapes, mean, 10)) {
      try (Feed feed = batches.inOrder()) {
        assertThat(feed.next().size()).isEqualTo(10);
        assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
      }
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void batches_that_are_closed_end_their_pass() {
    Batches batches = new Batches(shapes, mean, 10);
    Feed feed = batches.inOrder();
    assertThat(feed.next().images().wasClosed()).isFalse();
    batches.close();

    assertThat(threads()).isEmpty();
    assertThatThrownBy(feed::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_newer_pass_ends_the_thread_of_the_older() {
    try (Batches batches = new Batches(shapes, mean, 10)) {
      Feed older = batches.inOrder();
      Feed newer = batches.inOrder();

      assertThat(older.hasNext()).isTrue();
      assertThat(newer.next().size()).isEqualTo(10);
      assertThat(threads()).hasSize(1);
    }
  }

  @Test
  void what_fails_while_decoding_is_thrown_where_the_batch_would_be_given() {
    BatchDecoder decoder = new BatchDecoder(shapes, mean, 2, 1);
    EpochOrder epochOrder = new EpochOrder(new int[] {0, 1, 99}, 2, Transforms.NONE);
    try (Feed feed = new Feed("broken", epochOrder, decoder, 0)) {
      assertThat(feed.next().size()).isEqualTo(2);
      assertThatThrownBy(feed::next)
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("there is no image 99 in shapes16: it has 25, counted from 0.");
      assertThatThrownBy(feed::next).isInstanceOf(IndexOutOfBoundsException.class);
    }
    decoder.close();

    assertThat(threads()).isEmpty();
  }

  @Test
  void an_interrupt_costs_no_batch_and_is_kept() {
    List<Integer> sizes = new ArrayList<>();
    try (Batches batches = new Batches(shapes, mean, 10);
        Feed feed = batches.inOrder()) {
      while (feed.hasNext()) {
        Thread.currentThread().interrupt();
        sizes.add(feed.next().size());
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(sizes).containsExactly(10, 10, 5);
    assertThat(threads()).isEmpty();
  }

  @Test
  void a_batch_stays_as_it_is_until_the_next_is_taken() throws InterruptedException {
    try (Batches batches = new Batches(shapes, mean, 10);
        Feed feed = batches.inOrder()) {
      Batch batch = feed.next();
      float[] given = batch.images().dup().data().asFloat();
      // The next one is being decoded or is ready by now.
      Thread.sleep(20);

      assertThat(batch.images().dup().data().asFloat()).isEqualTo(given);
    }
  }
}
