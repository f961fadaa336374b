package org.skipjack.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A stratified choice of images, at random or the first ones: each class keeps its share. */
final class StratifiedSplit {
  private final Dataset all;
  private final boolean[] isChosen;

  private StratifiedSplit(Dataset all, boolean[] isChosen) {
    this.all = all;
    this.isChosen = isChosen;
  }

  /** Of each class a share, at least one image, but never all. */
  static StratifiedSplit ofFraction(Dataset all, double fraction, Seed seed) {
    int[] wanted = all.histogram();
    for (int label = 0; label < wanted.length; label++) {
      int share = (int) Math.round(fraction * wanted[label]);
      wanted[label] = Math.min(Math.max(share, 1), wanted[label] - 1);
    }
    return choose(all, wanted, seed.random().permutation(all.size()));
  }

  /** How many images can be chosen where each class keeps one. */
  static int most(Dataset all) {
    return Arrays.stream(all.histogram()).map(there -> Math.max(0, there - 1)).sum();
  }

  /**
   * So many images in all, of each class in proportion, the nearest whole numbers that give the
   * sum; each class keeps one.
   */
  static StratifiedSplit ofCount(Dataset all, int count, Seed seed) {
    int[] there = all.histogram();
    int[] wanted = new int[there.length];
    for (int chosen = 0; chosen < count; chosen++) {
      wanted[mostBehind(there, wanted, (double) count / all.size())]++;
    }
    return choose(all, wanted, seed.random().permutation(all.size()));
  }

  /**
   * The first images of each class, so many in all: of each class its share, the nearest whole
   * numbers that give the sum, and one at least where there are as many as classes. Of classes that
   * are equally far from their share, the first is served first.
   */
  static StratifiedSplit ofFirst(Dataset all, int count) {
    int[] there = all.histogram();
    double fraction = (double) count / all.size();
    boolean enough = count >= Arrays.stream(there).filter(images -> images > 0).count();
    int[] wanted = new int[there.length];
    for (int label = 0; label < wanted.length; label++) {
      int least = enough ? Math.min(1, there[label]) : 0;
      wanted[label] = Math.max(least, (int) (fraction * there[label]));
    }
    int sum = Arrays.stream(wanted).sum();
    for (; sum < count; sum++) {
      wanted[furthest(there, wanted, fraction, 1)]++;
    }
    for (; sum > count; sum--) {
      wanted[furthest(there, wanted, fraction, -1)]--;
    }
    return choose(all, wanted, IntStream.range(0, all.size()).toArray());
  }

  /** The class that is furthest behind its share or, by sign, ahead of it, and can change so. */
  private static int furthest(int[] there, int[] wanted, double fraction, int sign) {
    int furthest = -1;
    double most = 0;
    for (int label = 0; label < there.length; label++) {
      double lacks = sign * (fraction * there[label] - wanted[label]);
      boolean can = sign > 0 ? wanted[label] < there[label] : wanted[label] > 1;
      if (can && (furthest < 0 || lacks > most)) {
        furthest = label;
        most = lacks;
      }
    }
    return furthest;
  }

  /** The class that lacks most to its share, of those that have an image to spare. */
  private static int mostBehind(int[] there, int[] wanted, double fraction) {
    int behind = -1;
    for (int label = 0; label < there.length; label++) {
      boolean spare = wanted[label] < there[label] - 1;
      if (spare
          && (behind < 0
              || fraction * there[label] - wanted[label]
                  > fraction * there[behind] - wanted[behind])) {
        behind = label;
      }
    }
    return behind;
  }

  private static StratifiedSplit choose(Dataset all, int[] wanted, int[] order) {
    boolean[] isChosen = new boolean[all.size()];
    for (int index : order) {
      if (wanted[all.label(index)] > 0) {
        wanted[all.label(index)]--;
        isChosen[index] = true;
      }
    }
    return new StratifiedSplit(all, isChosen);
  }

  boolean isEmpty() {
    return IntStream.range(0, isChosen.length).noneMatch(i -> isChosen[i]);
  }

  /** The chosen images, in the order of the set. */
  Dataset chosen() {
    return all.choose(IntStream.range(0, isChosen.length).filter(i -> isChosen[i]).toArray());
  }

  /** The images that are left, in the order of the set. */
  Dataset others() {
    return all.choose(IntStream.range(0, isChosen.length).filter(i -> !isChosen[i]).toArray());
  }
}
