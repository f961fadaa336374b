package org.skipjack.train.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Floats;
import org.skipjack.io.FloatArray;
import org.skipjack.io.SealedArchive;

/** Restores the state that a checkpoint holds. */
public final class StateLoading implements StateTransfer {
  private final SealedArchive archive;
  private final JsonObject numbers;

  public StateLoading(SealedArchive archive, JsonObject numbers) {
    this.archive = archive;
    this.numbers = numbers;
  }

  @Override
  public void array(String name, INDArray values) {
    FloatArray stored = archive.array(name);
    if (!Arrays.equals(stored.shape(), values.shape())) {
      throw new IllegalStateException(
          "%s is %s, expected %s".formatted(name, stored, Arrays.toString(values.shape())));
    }
    Floats.write(stored.values(), values);
  }

  @Override
  public void integers(String name, int[] values) {
    JsonArray list = get(name).getAsJsonArray();
    if (list.size() != values.length) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%s has %d numbers, expected %d", name, list.size(), values.length));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).getAsInt();
    }
  }

  @Override
  public double number(String name, double value) {
    return get(name).getAsDouble();
  }

  @Override
  public long integer(String name, long value) {
    return get(name).getAsLong();
  }

  private JsonElement get(String name) {
    JsonElement stored = numbers.get(name);
    if (stored == null) {
      throw new IllegalStateException("it has no %s".formatted(name));
    }
    return stored;
  }
}
