package org.skipjack.data.catalog;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.data.DataSplit;
import org.skipjack.io.WholeFile;

/**
 * What the content of a set's official archives is, noted where they were unpacked: the digests of
 * its two halves.
 *
 * @param training the digest of the training images
 * @param test the digest of the test images
 */
record Receipt(String training, String test) {
  private static final String FILE = "official.json";

  /** The receipt in a folder; nothing if there is none that can be read. */
  static Optional<Receipt> in(Path folder) {
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(folder.resolve(FILE))).getAsJsonObject();
      return Optional.of(
          new Receipt(json.get("training").getAsString(), json.get("test").getAsString()));
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException e) {
      return Optional.empty();
    }
  }

  static Receipt of(DataSplit split) {
    return new Receipt(split.training().images().digest(), split.test().images().digest());
  }

  void write(Path folder, Description description) {
    JsonObject json = new JsonObject();
    json.addProperty("name", description.name());
    json.addProperty("source", "unpacked from archives whose digests are the official ones");
    json.addProperty("training", training);
    json.addProperty("test", test);
    WholeFile.write(folder.resolve(FILE), json + "\n");
  }

  /** The split, knowing whether it is the official one. */
  static DataSplit mark(DataSplit split, Optional<Receipt> receipt) {
    return new DataSplit(
        split.training().images().published(receipt.map(Receipt::training)),
        split.test().images().published(receipt.map(Receipt::test)));
  }
}
