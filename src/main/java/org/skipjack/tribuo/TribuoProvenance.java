package org.skipjack.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.LongProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.data.Dataset;
import org.skipjack.train.Run;
import org.skipjack.train.TrainedNet;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.DataSourceProvenance;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.impl.EmptyDatasetProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/**
 * Our facts in Tribuo's types.
 *
 * <p>Tribuo's trainer provenance stands for a configured Tribuo trainer, which a run has none of:
 * it is empty, and the run is described in the model's instance values.
 */
final class TribuoProvenance {
  private TribuoProvenance() {}

  /** Where a model of unknown origin comes from. */
  static ModelProvenance of(TrainedNet net) {
    return new ModelProvenance(
        NetModel.class.getName(),
        OffsetDateTime.now(ZoneOffset.UTC),
        new EmptyDatasetProvenance(),
        new EmptyTrainerProvenance(),
        Map.of("net", new StringProvenance("net", net.net().toString())));
  }

  /** Where a run's model comes from. */
  static ModelProvenance of(Run run) {
    return new ModelProvenance(
        NetModel.class.getName(),
        OffsetDateTime.now(ZoneOffset.UTC),
        new Images(run.training().data().training().images()),
        new EmptyTrainerProvenance(),
        tree(Provenance.of(run).toMap()));
  }

  /** The set's name, shape, SHA-256, and whether it is official. */
  static DataSourceProvenance of(Dataset images) {
    return new SimpleDataSourceProvenance(
        images + ", SHA-256 " + images.digest() + ", " + images.authenticity(),
        OffsetDateTime.now(ZoneOffset.UTC),
        new LabelFactory());
  }

  private static Map<String, com.oracle.labs.mlrg.olcut.provenance.Provenance> tree(
      Map<?, ?> facts) {
    Map<String, com.oracle.labs.mlrg.olcut.provenance.Provenance> tree = new LinkedHashMap<>();
    facts.forEach((key, value) -> tree.put((String) key, leaf((String) key, value)));
    return tree;
  }

  private static com.oracle.labs.mlrg.olcut.provenance.Provenance leaf(String key, Object value) {
    if (value instanceof Map<?, ?> facts) {
      return new MapProvenance<>(tree(facts));
    }
    if (value instanceof Boolean flag) {
      return new BooleanProvenance(key, flag);
    }
    if (value instanceof Double number) {
      return new DoubleProvenance(key, number);
    }
    if (value instanceof Number number) {
      return new LongProvenance(key, number.longValue());
    }
    return new StringProvenance(key, value.toString());
  }

  /** A data set as Tribuo describes one; a feature is a value of a pixel. */
  private static final class Images extends DatasetProvenance {
    private static final long serialVersionUID = 1;

    Images(Dataset images) {
      super(
          of(images),
          new ListProvenance<>(),
          Dataset.class.getName(),
          true,
          false,
          images.size(),
          images.channels() * images.height() * images.width(),
          images.classNames().size());
    }
  }
}
