package org.skipjack.data;

/**
 * Images with a role. Which role is a matter of type, so that what is chosen on validation images
 * cannot be chosen on test images by accident.
 */
public sealed interface SplitPart permits TrainingSet, ValidationSet, TestSet {

  /** The images. */
  Dataset images();

  /** The number of images. */
  default int size() {
    return images().size();
  }
}
