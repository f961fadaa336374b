package org.skipjack.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The numbers that a program computes in; parameters and gradients are float32 in either. */
public enum Precision {
  /** 32-bit floating point throughout. */
  FP32,

  /**
   * Values, their gradients and the weights as convolutions and dense layers read them are bfloat16
   * (8 bits of exponent, 7 of fraction); sums, statistics, normalization's arithmetic and the
   * parameters themselves stay float32 (Kalamkar et al. 2019, arXiv:1905.12322).
   */
  BF16;

  /**
   * The precision of a name such as {@code bf16}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Precision named(String name) {
    return Arrays.stream(values())
        .filter(precision -> precision.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no precision called \"%s\".%nFix: --precision with one of %s"
                        .formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(Precision::toString).collect(Collectors.joining(", "));
  }

  /** The bytes of a value. */
  public int bytes() {
    return switch (this) {
      case FP32 -> Float.BYTES;
      case BF16 -> Short.BYTES;
    };
  }

  /** The name that {@code --precision} takes: {@code fp32}, {@code bf16}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
