package org.skipjack.experiment.sweep;

import org.skipjack.net.Net;
import org.skipjack.net.Option.FamilyOption;

/** Nets by depth and options, such as {@code Families::resnet}. */
@FunctionalInterface
public interface NetFamily {
  /**
   * The net of a depth.
   *
   * @throws IllegalArgumentException if the family has no such depth, or does not take an option
   */
  Net of(int depth, FamilyOption... options);
}
