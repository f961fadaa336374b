package org.skipjack.experiment.runner;

import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.experiment.plan.DataReference;

/** A source of the data of a plan, for runners. */
@FunctionalInterface
public interface DataProvider {

  /**
   * The data itself.
   *
   * @throws DatasetException if it cannot be had, or has changed since it was planned with
   */
  DataSplit get(DataReference planned);

  /** The data that is at hand, and no other. */
  static DataProvider of(DataSplit data) {
    return planned -> same(planned, data);
  }

  /** Data that its name gets again: drawn, or from this process's data folder. */
  static DataProvider byName() {
    return planned -> {
      if (!DataLocator.words().contains(planned.name())) {
        throw new DatasetException(
            "the data %s has no name that gets it again.%nFix: say where it is, --data PATH"
                .formatted(planned.name()));
      }
      return at(planned.name()).get(planned);
    };
  }

  /** Data that is somewhere, {@code word} as {@code --data} takes it, read as it was planned. */
  static DataProvider at(String word) {
    return planned -> same(planned, planned.readFrom(word));
  }

  private static DataSplit same(DataReference planned, DataSplit data) {
    DataReference found = DataReference.of(data);
    if (!found.hasContentOf(planned)) {
      throw new DatasetException(
          """
          the data %s is not what was planned with.

              planned  %s  %s
              found    %s  %s

          Fix: bring the old data back, or plan anew with what is there."""
              .formatted(planned.name(), planned, digests(planned), found, digests(found)));
    }
    return data;
  }

  private static String digests(DataReference data) {
    return data.training().sha256().substring(0, 12) + " " + data.test().sha256().substring(0, 12);
  }
}
