package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.train.Interrupted.TRAINING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.train.history.History;

class FlightRecorderEventsTest {
  @TempDir private Path folder;

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(e -> e.getEventType().getName().equals(name)).toList();
  }

  @Test
  void a_recording_has_every_epoch_and_every_batch() throws IOException {
    Path file = folder.resolve("training.jfr");
    Run run;
    try (Recording recording = new Recording()) {
      recording.enable("skipjack.Epoch").withThreshold(Duration.ZERO);
      recording.enable("skipjack.Step").withThreshold(Duration.ZERO);
      recording.start();
      run = TRAINING.epochs(2).run();
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);

    List<RecordedEvent> epochs = named(events, "skipjack.Epoch");
    assertThat(epochs).extracting(event -> event.getInt("epoch")).containsExactly(1, 2);
    assertThat(epochs)
        .extracting(event -> event.getDouble("testError"))
        .containsExactlyElementsOf(
            run.history().epochs().stream().map(History.Epoch::testError).toList());
    List<RecordedEvent> steps = named(events, "skipjack.Step");
    assertThat(steps).extracting(event -> event.getString("phase")).hasSize(2 * (4 + 1 + 3));
    assertThat(steps.stream().filter(event -> event.getString("phase").equals("TRAINING")))
        .extracting(event -> event.getLong("iteration"))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    Duration inSteps =
        steps.stream().map(RecordedEvent::getDuration).reduce(Duration.ZERO, Duration::plus);
    Duration inEpochs =
        epochs.stream().map(RecordedEvent::getDuration).reduce(Duration.ZERO, Duration::plus);
    assertThat(inSteps).isPositive().isLessThanOrEqualTo(inEpochs.plusMillis(1));
  }
}
