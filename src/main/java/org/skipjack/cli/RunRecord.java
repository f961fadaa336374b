package org.skipjack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.train.History;
import org.skipjack.train.Run;
import org.skipjack.tribuo.Provenance;

/** The sections of {@code run.json} that tell where a run came from and what it gave. */
final class RunRecord {
  private RunRecord() {}

  static Map<String, Object> of(Run run) {
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("provenance", Provenance.of(run).toMap());
    if (!run.history().epochs().isEmpty()) {
      History.Epoch last = run.history().last();
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("epochs", run.history().epochs().size());
      result.put("trainingLoss", last.trainingLoss());
      result.put("trainingError", last.trainingError());
      result.put("testLoss", last.testLoss());
      result.put("testError", last.testError());
      result.put("seconds", run.history().seconds());
      sections.put("result", result);
    }
    return sections;
  }
}
