package org.skipjack.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skipjack.io.DamagedException;

/** Thrown if a checkpoint cannot be used; the message says why, and what to do. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }

  private CheckpointException(String message) {
    super(message);
  }

  static CheckpointException damaged(DamagedException e) {
    return new CheckpointException(String.valueOf(e.getMessage()), e);
  }

  static CheckpointException unreadable(Path file, Throwable e) {
    return new CheckpointException(
        "%s cannot be read as a checkpoint: %s.".formatted(file, e.getMessage()), e);
  }

  static CheckpointException otherVersion(Path file, String format) {
    return new CheckpointException(
        "%s was written by another version of Skipjack: its format is \"%s\", this version reads \"%s\".%nFix: go on with the version that wrote it"
            .formatted(file, format, CheckpointHeader.FORMAT));
  }

  /**
   * @param names what differs
   * @param expected what the checkpoint's training was asked to do
   */
  static CheckpointException otherTraining(
      Path file, Set<String> names, Training training, Map<String, String> expected) {
    String lines = TrainingConfig.lines(names, TrainingConfig.of(training), expected);
    return new CheckpointException(
        "%s is of another training.%n%n%s%nFix: %s".formatted(file, lines, fix(names, training)));
  }

  private static String fix(Set<String> names, Training training) {
    if (!names.equals(Set.of(TrainingConfig.LENGTH))) {
      return "ask for the same again, or start anew in another folder";
    }
    return training.recipe().schedule().dependsOnLength()
        ? "ask for the same length, since the rates of this schedule depend on it; or train on from what was learned, in another folder: --from FILE --out DIR, or from(file)"
        : "ask for as many updates as were made, or more, in whole epochs; or train on from what was learned, in another folder: --from FILE --out DIR, or from(file)";
  }

  static CheckpointException noneUsable(Path folder, List<CheckpointException> refused) {
    StringBuilder reasons = new StringBuilder();
    refused.forEach(each -> reasons.append(each.getMessage()).append(System.lineSeparator()));
    return new CheckpointException(
        "no checkpoint in %s can be used:%n%s".formatted(folder, reasons).strip());
  }

  static CheckpointException unfinished(Path folder, Path newest) {
    return new CheckpointException(
        "%s holds a training that has not ended, %s; a new one would overwrite it.%nFix: go on with it, --resume or resume(), or choose another folder, or delete this one"
            .formatted(folder, newest.getFileName()));
  }

  static CheckpointException notFree(Path folder, CheckpointException e) {
    return new CheckpointException(
        "%s holds checkpoints that a new training would overwrite.%n%s%nFix: choose another folder, or delete this one"
            .formatted(folder, String.valueOf(e.getMessage()).replaceAll("\\R?Fix: .*", "")),
        e);
  }

  static CheckpointException busy(Path folder) {
    return new CheckpointException(
        "another training is writing its checkpoints to %s.%nFix: wait until it is done, or choose another folder"
            .formatted(folder));
  }

  static CheckpointException nowhere() {
    return new CheckpointException(
        "there is nothing to resume: this training keeps no checkpoints.%nFix: training.checkpoints(folder) before run() and resume()"
            .formatted());
  }

  static CheckpointException unknownData(Path file) {
    return new CheckpointException(
        "%s was trained on data that no word describes.%nFix: give the data, Run.load(file, data)"
            .formatted(file));
  }

  static CheckpointException ownAugmentation(Path file) {
    return new CheckpointException(
        "%s is of a training whose augmentation no text describes.%nFix: resume() of that training goes on"
            .formatted(file));
  }

  static CheckpointException noRun(Path folder) {
    return new CheckpointException(
        "there is no checkpoint below %s.%nFix: keep some, training.checkpoints(folder), or name the folder, Run.last(folder)"
            .formatted(folder.toAbsolutePath()));
  }
}
