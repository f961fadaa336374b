package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.net.Net;

/**
 * Test errors on CIFAR-10 of the nets of He et al. 2015 (arXiv:1512.03385), by the paper and by
 * those who repeated it.
 *
 * <p>The paper gives its plain nets as curves alone; the figures are as a-martyn read them from its
 * Fig. 6. Runs are single where the source does not say how many they are.
 */
public final class PublishedResults {
  private static final List<String> NETS =
      List.of(
          "plain20",
          "plain32",
          "plain44",
          "plain56", //
          "resnet20",
          "resnet32",
          "resnet44",
          "resnet56",
          "resnet110");

  /** A source and its errors in per cent, in the order of the nets. */
  private record Row(String source, String errors) {
    private Optional<PublishedResult> of(int net) {
      String text = errors.strip().split(" +", -1)[net];
      return text.equals("-") ? Optional.empty() : Optional.of(PublishedResult.of(source, text));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("He et al. 2015", "9.5 10 12 13.5  8.75 7.51 7.17 6.97 6.43"),
          new Row("akamaster", "- - - -  8.27 7.37 6.90 6.61 6.32"),
          new Row("a-martyn", "9.69 10.04 11.56 13.07  8.04 7.79 7.51 7.46 -"),
          new Row("nabla0001 (of 5)", "9.78 - - 12.95  8.51 - - 7.40 7.14"),
          new Row("techxzen", "10.08 11.15 14.12 15.39  8.74 8.30 7.16 7.41 -"),
          new Row("fish145", "9.90 13.04 15.55 14.74  8.26 7.77 7.33 6.91 -"));

  private PublishedResults() {}

  /** What is published of a net; nothing for most. */
  public static List<PublishedResult> of(Net net) {
    return ArmNames.known(net).map(PublishedResults::of).orElse(List.of());
  }

  /** Who published them. */
  public static List<String> sources() {
    return ROWS.stream().map(Row::source).toList();
  }

  private static List<PublishedResult> of(String name) {
    int place = NETS.indexOf(name);
    List<PublishedResult> found = new ArrayList<>();
    if (place >= 0) {
      ROWS.forEach(row -> row.of(place).ifPresent(found::add));
    }
    return found;
  }
}
