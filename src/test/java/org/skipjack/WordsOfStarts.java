package org.skipjack;

import static org.skipjack.net.Net.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Parameters;
import org.skipjack.train.Run;
import org.skipjack.train.TrainedNet;
import org.skipjack.train.Training;
import org.skipjack.train.history.History;

/** What trainings start from. */
final class WordsOfStarts {
  static final Run ZEROS = run(0);
  static final Run ONES = run(1);
  static final Path FILE_OF_ZEROS = saved(ZEROS);
  static final Path FILE_OF_ONES = saved(ONES);

  private WordsOfStarts() {}

  private static Run run(int value) {
    Training training =
        Training.of(net().flatten().dense(10)).on(Shapes.split(16, 20, 10, Seed.of(1)));
    Parameters parameters = Parameters.zeros(training.graph());
    parameters.learned().assign(value);
    TrainedNet model =
        new TrainedNet(
            training.net(),
            training.graph(),
            parameters,
            PixelMean.zero(3, 16, 16),
            training.data().classNames(),
            training.execution());
    return new Run(training, History.empty(), model, Run.End.COMPLETE);
  }

  private static Path saved(Run run) {
    try {
      Path folder = Files.createTempDirectory("start");
      run.save(folder.resolve("run.skipjack"));
      folder.toFile().deleteOnExit();
      folder.resolve("run.skipjack").toFile().deleteOnExit();
      return folder.resolve("run.skipjack");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Vocabulary<Training.Subject> subject() {
    return Vocabulary.of(Training.Subject.class, Training.of(net().flatten().dense(10)))
        .sets("start", "from(TrainedNet)", s -> s.from(ZEROS.model()), s -> s.from(ONES.model()))
        .sets("start", "from(Run)", s -> s.from(ZEROS), s -> s.from(ONES))
        .sets("start", "from(Path)", s -> s.from(FILE_OF_ZEROS), s -> s.from(FILE_OF_ONES));
  }
}
