package org.skipjack.kernel.documentation;

import java.util.List;

/**
 * A type, method or field as its source declares it.
 *
 * @param owner the type that it is a member of, such as {@code Training.Subject}; of a type itself
 *     its own name
 * @param name empty for a type itself
 * @param parameters the types of a method's parameters, without packages and type arguments
 * @param signature as it was written, annotations left out
 * @param comment the text of its Javadoc, or empty
 * @param source its code
 */
record Member(
    String owner,
    String name,
    List<String> parameters,
    String signature,
    String comment,
    String source) {

  Member {
    parameters = List.copyOf(parameters);
  }

  boolean isType() {
    return name.isEmpty();
  }

  /** The simple name of a type as code writes it, without its arguments. */
  static String bare(String type) {
    String erased = type;
    String before;
    do {
      before = erased;
      erased = erased.replaceAll("<[^<>]*>", "");
    } while (!erased.equals(before));
    return erased
        .replaceAll("@[\\w.]+\\s*", "")
        .replace("...", "[]")
        .replaceAll("\\s+", "")
        .replaceAll("^.*\\.", "");
  }
}
