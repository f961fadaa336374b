package org.skipjack.train.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Floats;
import org.skipjack.io.FloatArray;
import org.skipjack.io.SealedArchive;

/** Writes the arrays of a state to an archive, and collects its numbers. */
public final class StateSaving implements StateTransfer {
  private final SealedArchive.Writer archive;
  private final JsonObject numbers = new JsonObject();

  public StateSaving(SealedArchive.Writer archive) {
    this.archive = archive;
  }

  /** All that is no array, by name. */
  public JsonObject numbers() {
    return numbers;
  }

  @Override
  public void array(String name, INDArray values) {
    float[] floats = new float[Math.toIntExact(values.length())];
    Floats.read(values, floats);
    try {
      archive.array(name, new FloatArray(values.shape(), floats));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void integers(String name, int[] values) {
    JsonArray list = new JsonArray();
    for (int value : values) {
      list.add(value);
    }
    numbers.add(name, list);
  }

  @Override
  public double number(String name, double value) {
    numbers.addProperty(name, value);
    return value;
  }

  @Override
  public long integer(String name, long value) {
    numbers.addProperty(name, value);
    return value;
  }
}
