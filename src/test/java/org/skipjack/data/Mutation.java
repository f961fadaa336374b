package org.skipjack.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damages files as disks, networks and malice do. */
final class Mutation {
  private static final int[] TELLING = {0, 1, 0x7F, 0x80, 0xFF, 0xD8, 0xD9, ',', '\n'};

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** A damaged copy, never longer than twice the file and 64 bytes. */
  byte[] of(byte[] file) {
    byte[] mutated = file.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      mutated = once(mutated, file.length);
    }
    return mutated;
  }

  private byte[] once(byte[] file, int original) {
    if (file.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(file.length);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> {
        file[at] ^= (byte) (1 << random.nextInt(8));
        yield file;
      }
      case 2 -> {
        file[at] = (byte) TELLING[random.nextInt(TELLING.length)];
        yield file;
      }
      case 3 -> {
        // A size of four bytes, huge in either order of bytes
        for (int i = at; i < Math.min(file.length, at + 4); i++) {
          file[i] = (byte) (random.nextBoolean() ? 0xFF : 0x7F);
        }
        yield file;
      }
      case 4 -> {
        // Headers lie at the beginning
        file[random.nextInt(Math.min(32, file.length))] = (byte) random.nextInt();
        yield file;
      }
      case 5 -> cut(file, at);
      case 6 -> file.length > 2 * original ? file : repeat(file, at);
      default -> {
        file[at] = (byte) random.nextInt();
        yield file;
      }
    };
  }

  private byte[] cut(byte[] file, int at) {
    int length = Math.min(file.length - at, 1 + random.nextInt(16));
    byte[] shorter = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, at + length, shorter, at, file.length - at - length);
    return shorter;
  }

  private byte[] repeat(byte[] file, int at) {
    int length = Math.min(file.length - at, 1 + random.nextInt(16));
    byte[] longer = Arrays.copyOf(file, file.length + length);
    System.arraycopy(file, at, longer, at + length, file.length - at);
    return longer;
  }
}
