package org.skipjack.kernel.live;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.skipjack.kernel.display.LiveKernel;
import org.skipjack.plot.Chart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.train.Run;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.TrainingObserver;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/** Shows every training in the notebook whose cell runs it; silent where there is none. */
public final class LiveTraining implements TrainingObserver {
  /** Set by a kernel whose client knows nothing of updates in place. */
  public static final String IN_CONSOLE = "skipjack.console";

  private static final long BAR_NANOS = 100_000_000;
  private static final long CHART_NANOS = 1_000_000_000;

  @Override
  public Optional<TrainingListener> observe(Training training) {
    return kernel()
        .map(
            kernel ->
                Boolean.getBoolean(IN_CONSOLE)
                    ? new TerminalProgress(System.out, true)
                    : new Shown(kernel));
  }

  /** JJava asks for a kernel, and throws if none runs; there is no other way to know. */
  private static Optional<BaseKernel> kernel() {
    try {
      return Optional.of(BaseKernel.notebookKernel());
    } catch (NullPointerException e) {
      return Optional.empty();
    }
  }

  /** One training on a page. */
  static final class Shown implements TrainingListener {
    private final BaseKernel kernel;
    private final LiveDisplay bar;
    private final LiveDisplay chart;
    private Optional<Bar> state = Optional.empty();

    Shown(BaseKernel kernel) {
      this.kernel = kernel;
      bar = new LiveDisplay(kernel, BAR_NANOS, System::nanoTime);
      chart = new LiveDisplay(kernel, CHART_NANOS, System::nanoTime);
    }

    @Override
    public void began(Training training, History soFar) {
      state = Optional.of(new Bar(training, soFar));
    }

    @Override
    public void stepped(Progress progress) {
      state.ifPresent(now -> bar.offer(() -> now.at(progress)));
    }

    @Override
    public void epochEnded(Training training, History.Epoch epoch) {
      state.ifPresent(now -> now.add(epoch));
      if (training.listener() == SILENT) {
        state
            .map(now -> ErrorChart.Series.of(training, now.history()))
            .map(errors -> ErrorChart.of(List.of(errors)).planned(training.epochCount()))
            .ifPresent(errors -> chart.offer(() -> drawn(errors)));
      }
    }

    @Override
    public void noted(TrainingNote trainingNote) {
      System.err.printf(
          Locale.ROOT,
          "note, epoch %d, iteration %d: %s%n",
          trainingNote.epoch(),
          trainingNote.iteration(),
          trainingNote.text());
    }

    @Override
    public void ended(Run run) {
      chart.finish();
      state.ifPresent(now -> bar.finish(() -> now.ended(run)));
      if (kernel instanceof LiveKernel live && chart.shown()) {
        live.showsLive(run);
      }
    }

    @Override
    public void failed(Throwable failure) {
      chart.finish();
      state.ifPresent(now -> bar.finish(() -> now.failed(failure)));
    }

    private static DisplayData drawn(ErrorChart errors) {
      Chart chart = errors.chart();
      int epochs = errors.series().get(0).history().epochs().size();
      DisplayData data =
          new DisplayData(String.format(Locale.ROOT, "errors by epoch, of %d epochs", epochs));
      data.putData(MIMEType.IMAGE_PNG, Base64.getEncoder().encodeToString(chart.png()));
      JsonObject size = new JsonObject();
      size.addProperty("width", chart.width());
      size.addProperty("height", chart.height());
      data.putMetaData("image/png", size);
      return data;
    }
  }
}
