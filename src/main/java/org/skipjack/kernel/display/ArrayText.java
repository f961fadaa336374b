package org.skipjack.kernel.display;

import java.lang.reflect.Array;

/** Java's arrays in words: type and lengths, and the first of their elements. */
final class ArrayText {
  private static final int MOST = 10;

  private ArrayText() {}

  /** For example {@code double[3] {0.5, 1.0, 1.5}}. */
  static String of(Object array) {
    StringBuilder lengths = new StringBuilder();
    Class<?> element = array.getClass();
    Object first = array;
    while (element.isArray()) {
      int length = first == null ? 0 : Array.getLength(first);
      lengths.append('[').append(first == null ? "" : Integer.toString(length)).append(']');
      first = length == 0 ? null : Array.get(first, 0);
      element = element.getComponentType();
    }
    return element.getSimpleName() + lengths + " " + elements(array);
  }

  private static String elements(Object array) {
    StringBuilder text = new StringBuilder("{");
    int length = Array.getLength(array);
    for (int i = 0; i < Math.min(length, MOST); i++) {
      Object element = Array.get(array, i);
      text.append(i == 0 ? "" : ", ")
          .append(
              element != null && element.getClass().isArray()
                  ? elements(element)
                  : String.valueOf(element));
    }
    return text.append(length > MOST ? ", …}" : "}").toString();
  }
}
