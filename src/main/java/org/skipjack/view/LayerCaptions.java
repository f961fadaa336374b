package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.graph.Affine;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.ZeroPad;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Window;

/** Captions of layers, in the short form of the papers' tables. */
final class LayerCaptions {
  private LayerCaptions() {}

  /** Such as {@code 3×3, /2}; empty where the word says all. */
  static String of(Layer layer) {
    if (layer instanceof Layer.Windowed windowed) {
      List<String> words = window(windowed.window());
      if (layer instanceof Layer.Conv conv && conv.groups() > 1) {
        words.add(conv.groups() + " groups");
      }
      return String.join(", ", words);
    }
    return layer instanceof Layer.Dense ? "" : arguments(layer);
  }

  /** What stands in the parentheses of a word. */
  private static String arguments(Layer layer) {
    String text = layer.text();
    return text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
  }

  private static List<String> window(Window window) {
    List<String> words = new ArrayList<>();
    words.add(window.kernelSize() + "×" + window.kernelSize());
    if (window.stride() > 1) {
      words.add("/" + window.stride());
    }
    if (window.dilation() > 1) {
      words.add("dilation " + window.dilation());
    }
    return words;
  }

  /** The same of an operation. */
  static String of(Op op) {
    if (op instanceof Conv2d conv) {
      List<String> words = window(conv.window());
      if (conv.groups() > 1) {
        words.add(conv.groups() + " groups");
      }
      return String.join(", ", words);
    }
    if (op instanceof Pool2d pool) {
      return String.join(", ", window(pool.window()));
    }
    if (op instanceof Affine affine) {
      return affine.offset() == 0 ? "× " + affine.factor() : "";
    }
    if (op instanceof Noise.Dropout dropout) {
      return Double.toString(dropout.rate());
    }
    if (op instanceof Noise.StochasticDepth depth) {
      return Double.toString(depth.survival());
    }
    return op instanceof ZeroPad pad && pad.stride() > 1 ? "/" + pad.stride() : "";
  }

  /** A net in at most so many characters. */
  static String shortened(Net net, int longest) {
    String text = net.toString();
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
