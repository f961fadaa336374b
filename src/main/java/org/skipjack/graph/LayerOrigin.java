package org.skipjack.graph;

/**
 * The place in the user's net that a node came from, for messages in the user's words.
 *
 * @param path the path of the layer, such as {@code stage2/block1/conv2}
 * @param label kind and number in the whole net, such as {@code conv #12}
 * @param source the text of the layer, such as {@code .conv(128, stride(2))}
 */
public record LayerOrigin(String path, String label, String source) {

  /** {@code conv #12 (stage2/block1/conv2)}; the path only where it says more than the label. */
  String title() {
    return path.contains("/") ? label + " (" + path + ")" : label;
  }
}
