package org.skipjack.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.ModelProvenance;

class ProvenanceTest {
  private static final DataSplit DATA = Shapes.split(16, 40, 20, Seed.of(3));

  private static Run run;
  private static Map<String, Object> facts;

  @BeforeAll
  static void train() {
    Net net = Net.parse("net().flatten().dense(10)");
    run = Training.of(net).on(DATA).epochs(1).seed(7).threads(1).run();
    facts = Provenance.of(run).toMap();
  }

  @TempDir Path folder;

  @Test
  void it_has_the_digest_of_both_sets() {
    Map<?, ?> data = map(facts, "data");
    assertThat(map(data, "training")).hasToString(images(40, DATA.training().images().digest()));
    assertThat(map(data, "test")).hasToString(images(20, DATA.test().images().digest()));
  }

  @Test
  void its_keys_always_come_in_the_same_order() {
    assertThat(facts.keySet())
        .containsExactly(
            "net",
            "data",
            "recipe",
            "seed",
            "engine",
            "threads",
            "precision",
            "complete",
            "versions",
            "machine",
            "date");
  }

  @Test
  void it_has_all_that_repeats_the_run() {
    assertThat(facts.get("net")).isEqualTo("net().flatten().dense(10)");
    assertThat(facts.get("seed")).isEqualTo(7L);
    assertThat(facts.get("threads")).isEqualTo(1);
    assertThat(facts.get("engine")).isEqualTo(run.training().execution().engine().name());
    assertThat(map(facts, "recipe"))
        .hasToString(
            "{length=1 epoch, batchSize=128, schedule=Cosine[rate=0.1],"
                + " optimizer=Sgd[momentum=0.9, weightDecay=1.0E-4, decay=ALL, nesterov=false],"
                + " augmentation=none,"
                + " extras=Regularization[labelSmoothing=0.0, mixup=0.0, clipNorm=0.0,"
                + " averaging=0.0, patience=0]}");
  }

  @Test
  void it_has_the_versions() {
    assertThat(map(facts, "versions"))
        .hasToString(
            "{skipjack=development, code=%s, nd4j=1.0.0-M2.1, tribuo=4.3.2, java=%s}"
                .formatted(CodeDigest.DIGEST, Runtime.version()));
    assertThat(CodeDigest.DIGEST).matches("[0-9a-f]{12}");
  }

  @Test
  void it_names_the_machine_and_the_date() {
    Map<?, ?> machine = map(facts, "machine");
    assertThat(machine.get("arch")).isEqualTo(System.getProperty("os.arch"));
    assertThat((Integer) machine.get("processors")).isPositive();
    assertThat((Long) machine.get("memoryBytes")).isPositive();
    assertThat(Instant.parse((String) facts.get("date"))).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void it_cannot_be_changed() {
    assertThatThrownBy(() -> facts.put("seed", 8))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_model_carries_the_provenance_of_its_run() {
    ModelProvenance provenance = NetModel.of(run).getProvenance();
    assertThat(provenance.toString())
        .contains(
            DATA.training().images().digest(),
            DATA.test().images().digest(),
            "net().flatten().dense(10)");
    assertThat(provenance.getInstanceProvenance().getMap().get("data"))
        .isInstanceOf(MapProvenance.class);
    assertThat(provenance.getDatasetProvenance().getNumExamples()).isEqualTo(40);
  }

  @Test
  void a_model_predicts_a_whole_set() {
    NetModel model = NetModel.of(run);
    List<Prediction<Label>> predictions = model.predict(DATA.test().images());
    assertThat(predictions).hasSize(20);
    assertThat(predictions.get(1).getExample().getOutput()).isEqualTo(new Label("square"));
    double sum =
        predictions.get(1).getOutputScores().values().stream().mapToDouble(Label::getScore).sum();
    assertThat(sum).isBetween(0.9999, 1.0001);
  }

  @Test
  void a_model_says_why_it_cannot_predict_an_example() {
    assertThatThrownBy(
            () -> NetModel.of(run.model()).predict(new ArrayExample<>(new Label("disc"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a net predicts from images, and a Tribuo example has features.
            Fix: model.predict(images) with a data set of Skipjack\
            """);
  }

  @Test
  void a_model_is_not_serialized_without_its_net() throws IOException {
    NetModel model = NetModel.of(run);
    Path file = folder.resolve("net.tribuo");
    String refusal =
        "org.skipjack.tribuo.NetModel cannot be serialized: its net is native memory.%nFix: keep a checkpoint of the training, checkpoints(folder), and make the model of it, NetModel.of(Checkpoint.read(file).model())"
            .formatted();

    assertThatThrownBy(() -> model.serializeToFile(file)).hasMessage(refusal);
    assertThat(file).doesNotExist();
    assertThatThrownBy(model::serialize).hasMessage(refusal);
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(model))
          .isInstanceOf(NotSerializableException.class)
          .hasMessage(refusal);
    }
  }

  private static String images(int count, String digest) {
    return String.format(Locale.ROOT, "{images=%d, sha256=%s}", count, digest);
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) Objects.requireNonNull(parent.get(key));
  }
}
