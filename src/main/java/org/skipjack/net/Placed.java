package org.skipjack.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer with what it is called among the layers of its level: the name that the user gave, or its
 * word and a number.
 *
 * @param name such as {@code conv2}; the path of a layer is the names that lead to it, joined by
 *     {@code /}
 * @param layer the layer, without its name
 */
public record Placed(String name, Layer layer) {

  /**
   * The layers of a net. Residual and plain blocks count alike, so that a net and its plain twin
   * share their paths.
   */
  public static List<Placed> of(Net net) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (Layer layer : net.layers()) {
      String kind = layer.word().equals("residual") ? "block" : layer.word();
      int number = numbers.merge(kind, 1, Integer::sum);
      placed.add(
          layer instanceof Layer.Named named
              ? new Placed(named.name(), named.layer())
              : new Placed(kind + number, layer));
    }
    return placed;
  }
}
