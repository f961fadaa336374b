package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.graph.ReceptiveField;
import org.skipjack.graph.Shape;

/**
 * A layer of a net, or a group of layers, with what it costs for an input shape.
 *
 * @param path where it stands, such as {@code stage1/block2/conv1}
 * @param kind what it is
 * @param word the word of the language for it, or what a shortcut's operation is called
 * @param caption what it computes in the short form of the papers' tables, such as {@code 3×3, /2}
 * @param source all that it was asked to be, as text
 * @param input the shape of what it reads first
 * @param output the shape of what it gives
 * @param parameters its learned values, those of its parts included
 * @param macs its multiply-accumulates for one example, those of its parts included
 * @param field what one value of its output depends on
 * @param parts what it is made of, in order; empty for a layer
 */
public record Part(
    String path,
    Kind kind,
    String word,
    String caption,
    String source,
    Shape input,
    Shape output,
    long parameters,
    long macs,
    ReceptiveField field,
    List<Part> parts) {

  /** The kind of a part. */
  public enum Kind {
    /** The whole net. */
    NET,
    /** A layer with weights: convolution or fully connected. */
    WEIGHTED,
    /** A layer without. */
    LAYER,
    /** A group of layers. */
    GROUP,
    /** A residual block: the layers of F, what its shortcut is made of, and the addition. */
    RESIDUAL,
    /** What a shortcut is made of. */
    SHORTCUT,
    /** The addition that ends a residual block. */
    ADDITION
  }

  /** Copies the list. */
  public Part {
    parts = List.copyOf(parts);
  }

  /** The last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** All that folding goes by: parts compute the same where these are equal. */
  List<Object> signature() {
    List<Object> all = new ArrayList<>(List.of(kind, source, input, output));
    for (Part part : parts) {
      all.add(part.name());
      all.add(part.signature());
    }
    return all;
  }
}
