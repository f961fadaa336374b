package org.skipjack.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.data.Dataset;
import org.skipjack.train.Predictions;
import org.skipjack.train.Run;
import org.skipjack.train.TrainedNet;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.MutableLabelInfo;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/**
 * A trained net as a Tribuo model: labels are class names, scores are probabilities.
 *
 * <p>It predicts whole data sets, through {@link #predict(Dataset)}; what that returns goes into
 * Tribuo's evaluators. It has no features, so Tribuo's own ways to predict from an example are
 * refused. It is not serialized either; a checkpoint keeps the net.
 */
public final class NetModel extends Model<Label> {
  private static final long serialVersionUID = 1;

  private static final String CANNOT_BE_SERIALIZED =
      "org.skipjack.tribuo.NetModel cannot be serialized: its net is native memory.%nFix: keep a checkpoint of the training, checkpoints(folder), and make the model of it, NetModel.of(Checkpoint.read(file).model())"
          .formatted();

  private final transient TrainedNet net;

  private NetModel(String name, ModelProvenance provenance, TrainedNet net) {
    super(name, provenance, new ImmutableFeatureMap(List.of()), labels(net), true);
    this.net = net;
  }

  /** A net of unknown origin: its provenance holds the net and the time. */
  public static NetModel of(TrainedNet net) {
    return new NetModel("net", TribuoProvenance.of(net), net);
  }

  /** The net of a run, with the run's {@link Provenance} as {@code getProvenance()}. */
  public static NetModel of(Run run) {
    return new NetModel("net", TribuoProvenance.of(run), run.model());
  }

  /** The net. */
  public TrainedNet net() {
    return net;
  }

  /**
   * Predicts all images in batches.
   *
   * @return one prediction an image, in the order of the set; its example has the image's true
   *     label and no feature
   * @throws IllegalArgumentException if the set's classes are not those of the net
   * @throws org.skipjack.graph.ShapeException if the images have another shape than the net's input
   */
  public List<Prediction<Label>> predict(Dataset images) {
    checkClasses(images);
    List<Example<Label>> examples = new ArrayList<>();
    for (String name : net.classNames()) {
      examples.add(new ArrayExample<>(new Label(name)));
    }
    Predictions rows = net.predict(images);
    List<Prediction<Label>> predictions = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      predictions.add(prediction(rows.get(i).probabilities(), examples.get(images.label(i))));
    }
    return predictions;
  }

  private Prediction<Label> prediction(float[] probabilities, Example<Label> example) {
    Map<String, Label> scores = new LinkedHashMap<>();
    int best = 0;
    for (int k = 0; k < probabilities.length; k++) {
      String name = net.classNames().get(k);
      scores.put(name, new Label(name, probabilities[k]));
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    Label winner = new Label(net.classNames().get(best), probabilities[best]);
    return new Prediction<>(winner, scores, 0, example, true);
  }

  private void checkClasses(Dataset images) {
    if (!images.classNames().equals(net.classNames())) {
      throw new IllegalArgumentException(
          """
          the images have other classes than the net was trained on.

              net     %s
              images  %s

          Fix: use the test set that belongs to the net's training set."""
              .formatted(
                  String.join(", ", net.classNames()), String.join(", ", images.classNames())));
    }
  }

  /**
   * Refused: an example has no image.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public Prediction<Label> predict(Example<Label> example) {
    throw new IllegalArgumentException(
        "a net predicts from images, and a Tribuo example has features.\n"
            + "Fix: model.predict(images) with a data set of Skipjack");
  }

  /** None: a net has no features with names. */
  @Override
  public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
    return Map.of();
  }

  /** None. */
  @Override
  public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
    return Optional.empty();
  }

  /**
   * Refused: Tribuo's format has no place for a net.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public ModelProto serialize() {
    throw new IllegalArgumentException(CANNOT_BE_SERIALIZED);
  }

  /** Refused before the file is touched, see {@link #serialize()}. */
  @Override
  public void serializeToFile(Path file) {
    throw new IllegalArgumentException(CANNOT_BE_SERIALIZED);
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(CANNOT_BE_SERIALIZED);
  }

  private void readObject(ObjectInputStream in) throws NotSerializableException {
    throw new NotSerializableException(CANNOT_BE_SERIALIZED);
  }

  @Override
  protected NetModel copy(String newName, ModelProvenance newProvenance) {
    return new NetModel(newName, newProvenance, net);
  }

  /** Each class once, so that all are known; how often the training set had it is not. */
  private static ImmutableOutputInfo<Label> labels(TrainedNet net) {
    MutableLabelInfo labels = (MutableLabelInfo) new LabelFactory().generateInfo();
    net.classNames().forEach(name -> labels.observe(new Label(name)));
    return labels.generateImmutableOutputInfo();
  }
}
