package org.skipjack.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.net.Net;

/** What a comparison of residual nets with their plain twins is about, for a reader new to it. */
final class DegradationPrimer {
  private DegradationPrimer() {}

  /** What the comparison asks; nothing unless a net stands beside its plain twin. */
  static String introduction(ComparisonResult result) {
    return hasTwins(result)
        ? """
        <p>A deeper net could always copy a shallower one and let its further layers do nothing. So it
        should never be worse on the images it was trained on. He et al. (2015, arXiv:1512.03385) saw
        that it is: past some depth even the <em>training</em> error of a plain net rises. This is the
        degradation problem. It is not over-fitting, which would lower the training error.</p>
        <p>A residual block computes H(x) = F(x) + x. For the block to do nothing, F only has to be
        zero. A residual net and its plain twin here have the same layers, start from the same weights
        and see the same batches. Only the shortcuts differ.</p>
        """
        : "";
  }

  /** How to read the figures; nothing unless plain and residual nets are of several depths. */
  static String whatToLookFor(ComparisonResult result) {
    return hasTwins(result) && ByDepth.of(result).isPresent()
        ? """
        <h3>What to look for</h3>
        <ul>
        <li>Compare the training errors of the plain nets. Where a deep one only learns more slowly
        than a shallow one, its error stays above from the first epochs on.</li>
        <li>Compare the residual nets in the same way: does depth help them?</li>
        <li>Where training and test error rise together with depth, the net under-fits. Over-fitting
        would push them apart.</li>
        <li>Where plain and residual nets of one depth have the same number of parameters, the
        shortcuts add no capacity.</li>
        <li>The paper trains for 64,000 iterations. In far fewer, a deep plain net is further behind
        than it would be in the end.</li>
        </ul>
        """
        : "";
  }

  private static boolean hasTwins(ComparisonResult result) {
    List<Net> nets = result.arms().stream().map(arm -> arm.arm().net()).toList();
    Set<Net> all = new HashSet<>(nets);
    return nets.stream().anyMatch(net -> !net.equals(net.plain()) && all.contains(net.plain()));
  }
}
