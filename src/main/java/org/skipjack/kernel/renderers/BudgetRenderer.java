package org.skipjack.kernel.renderers;

import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.experiment.Budget;
import org.skipjack.experiment.SmallerExperiment;
import org.skipjack.io.Markup;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** What a training will cost, as a table; then what would cost less. */
public final class BudgetRenderer implements Renderer<Budget> {
  @Override
  public Class<Budget> type() {
    return Budget.class;
  }

  @Override
  public Rendering render(Budget budget) {
    Table table = Table.of("before it is trained", "");
    for (Map.Entry<String, String> fact : budget.facts().entrySet()) {
      table = table.with(fact.getKey(), fact.getValue());
    }
    String smaller =
        budget.smaller().stream().map(BudgetRenderer::item).collect(Collectors.joining("\n"));
    return Rendering.text(budget.toString())
        .html(
            table.html()
                + "<p>Smaller, and known to show how plain nets degrade with depth:</p>\n<ul style=\"max-width:50em\">%s</ul>\n"
                    .formatted(smaller));
  }

  private static String item(SmallerExperiment one) {
    String[] lines = one.toString().split("\\R", -1);
    return "<li>%s<br><code>%s</code><br>%s</li>"
        .formatted(
            Markup.escaped(lines[0]),
            Markup.escaped(lines[1].strip()),
            Markup.escaped(lines[2].strip()));
  }
}
