package org.skipjack.train.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;

class TensorBoardTest {
  /** Four batches an epoch. */
  private static final Training TRAINING =
      Training.of(net().conv(4, stride(4)).batchNorm().relu().flatten().dense(10))
          .on(Shapes.split(16, 32, 20, Seed.of(1)).withValidation(4))
          .threads(1)
          .epochs(2)
          .batchSize(7);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private TrainingListener writing() {
    return new TensorBoard(folder.resolve("events"), told::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("events"))) {
      return files.sorted().toList();
    }
  }

  /** An event as Protocol Buffers' own reader sees it: the values of fields by their path. */
  private record Event(Map<String, List<Object>> fields) {
    static Event of(byte[] message) throws IOException {
      Map<String, List<Object>> fields = new TreeMap<>();
      read(CodedInputStream.newInstance(message), "", fields);
      return new Event(fields);
    }

    List<Object> get(String path) {
      return fields.getOrDefault(path, List.of());
    }
  }

  private static void read(CodedInputStream in, String path, Map<String, List<Object>> fields)
      throws IOException {
    while (!in.isAtEnd()) {
      int tag = in.readTag();
      String name = path + WireFormat.getTagFieldNumber(tag);
      Object value =
          switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> in.readInt64();
            case WireFormat.WIRETYPE_FIXED64 -> in.readDouble();
            case WireFormat.WIRETYPE_FIXED32 -> in.readFloat();
            default -> in.readByteArray();
          };
      boolean isMessage = List.of("5", "7", "5.1").contains(name);
      if (isMessage) {
        read(CodedInputStream.newInstance((byte[]) value), name + ".", fields);
      } else {
        boolean isText = value instanceof byte[];
        fields
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(isText ? new String((byte[]) value, StandardCharsets.UTF_8) : value);
      }
    }
  }

  /** The events of a file; every checksum has to be right. */
  private static List<Event> events(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(bytes.getInt()).isEqualTo(masked(length));
      byte[] message =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      bytes.get(message);
      assertThat(bytes.getInt()).isEqualTo(masked(message));
      events.add(Event.of(message));
    }
    return events;
  }

  private static int masked(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    int crc = (int) checksum.getValue();
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  @Test
  void updates_and_epochs_are_written_by_the_number_of_updates() throws IOException {
    Run run = TRAINING.listener(writing()).run();
    List<Event> events = events(files().get(0));

    assertThat(told).isEmpty();
    assertThat(files()).hasSize(1);
    assertThat(events.get(0).get("3")).containsExactly("brain.Event:2");
    assertThat(events.get(1).get("7.1")).containsExactly(1L);
    assertThat(events.stream().skip(2).map(event -> event.get("2").get(0)))
        .containsExactly(1L, 2L, 3L, 4L, 4L, 5L, 6L, 7L, 8L, 8L);
    assertThat(events.get(2).get("5.1.1"))
        .containsExactly("step/loss", "step/learningRate", "step/gradientNorm");
    assertThat((float) events.get(2).get("5.1.2").get(1)).isEqualTo(0.1f);
    Event last = events.get(events.size() - 1);
    assertThat(last.get("5.1.1"))
        .containsExactly(
            "loss/training",
            "error/training",
            "loss/validation",
            "error/validation",
            "loss/test",
            "error/test");
    assertThat((float) last.get("5.1.2").get(5))
        .isEqualTo((float) run.history().last().testError());
    assertThat((double) last.get("1").get(0)).isBetween(1.7e9, 1e10);
  }

  @Test
  void a_training_that_goes_on_begins_a_file_where_it_is() throws IOException {
    Training kept = TRAINING.checkpoints(folder.resolve("kept"));
    TrainingListener stopping =
        new TrainingListener() {
          @Override
          public void epochEnded(Training training, History.Epoch epoch) {
            Thread.currentThread().interrupt();
          }
        };
    Run stopped = kept.listener(writing().and(stopping)).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.complete()).isFalse();
    Run resumed = kept.listener(writing()).resume();

    assertThat(resumed.complete()).isTrue();
    List<Event> second = events(files().get(1));
    assertThat(files()).hasSize(2);
    assertThat(second.get(1).get("2")).containsExactly(4L);
    assertThat(second.get(1).get("7.1")).containsExactly(1L);
    assertThat(second.get(2).get("2")).containsExactly(5L);
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_of_and_ends_no_training() throws IOException {
    Files.writeString(folder.resolve("events"), "a file where the folder is to be");

    assertThat(TRAINING.listener(writing()).run().complete()).isTrue();
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("events", "the training goes on without it");
  }
}
