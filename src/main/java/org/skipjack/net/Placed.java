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

  /**
   * The layers of a net in order, those of a group in the group's place, under their paths. A group
   * computes what its layers compute, so whatever depends on what follows what looks here.
   */
  public static List<Placed> ungrouped(Net net) {
    List<Placed> layers = new ArrayList<>();
    for (Placed placed : of(net)) {
      if (placed.layer() instanceof Layer.Block block) {
        ungrouped(block.body()).stream()
            .map(inside -> new Placed(placed.name() + "/" + inside.name(), inside.layer()))
            .forEach(layers::add);
      } else {
        layers.add(placed);
      }
    }
    return layers;
  }
}
