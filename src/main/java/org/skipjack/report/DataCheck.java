package org.skipjack.report;

import org.skipjack.data.catalog.DataLocator;
import org.skipjack.experiment.plan.DataReference;

/**
 * Holds what a report says of its data against the data itself, whose content is the same: what it
 * is called, of what shape it is, and whether it is official.
 */
record DataCheck(DataReference reported, DataReference found, CheckList checkList) {

  void check() {
    checkList.add(true, "data", "%s has the reported digests".formatted(reported.name()));
    if (!reported.shape().equals(found.shape())) {
      checkList.add(
          false, "shape of the data", "%s, here %s".formatted(reported.shape(), found.shape()));
    }
    if (reported.authenticity() != found.authenticity()) {
      checkList.add(
          false,
          "authenticity of the data",
          "“%s” in the report, here “%s”".formatted(reported.authenticity(), found.authenticity()));
    }
    if (reported.name().equals(found.name())) {
      return;
    }
    if (DataLocator.words().contains(reported.name())) {
      checkList.add(
          false, "name of the data", "%s, here %s".formatted(reported.name(), found.name()));
    } else {
      checkList.unchecked("the name of the data", "the author calls it " + reported.name());
    }
  }
}
