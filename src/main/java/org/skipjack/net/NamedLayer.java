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
public record NamedLayer(String name, Layer layer) {

  /**
   * The layers of a net. Residual and plain blocks count alike, so that a net and its plain twin
   * share their paths.
   */
  public static List<NamedLayer> of(Net net) {
    Map<String, Integer> numbers = new HashMap<>();
    List<NamedLayer> placed = new ArrayList<>();
    for (Layer layer : net.layers()) {
      String kind = layer.typeName().equals("residual") ? "block" : layer.typeName();
      int number = numbers.merge(kind, 1, Integer::sum);
      placed.add(
          layer instanceof Layer.Named named
              ? new NamedLayer(named.name(), named.layer())
              : new NamedLayer(kind + number, layer));
    }
    return placed;
  }

  /**
   * The layers of a net in order, those of a group in the group's place, under their paths. A group
   * computes what its layers compute, so whatever depends on what follows what looks here.
   */
  public static List<NamedLayer> ungrouped(Net net) {
    List<NamedLayer> layers = new ArrayList<>();
    for (NamedLayer namedLayer : of(net)) {
      if (namedLayer.layer() instanceof Layer.Block block) {
        ungrouped(block.body()).stream()
            .map(inside -> new NamedLayer(namedLayer.name() + "/" + inside.name(), inside.layer()))
            .forEach(layers::add);
      } else {
        layers.add(namedLayer);
      }
    }
    return layers;
  }

  /**
   * Checks that a name marks one layer of its level.
   *
   * @throws IllegalArgumentException if two layers have the same name
   */
  static void requireDifferentNames(List<Layer> layers) {
    List<String> names = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Named named) {
        if (names.contains(named.name())) {
          throw new IllegalArgumentException(
              "two layers are named \"%s\"; a name marks one layer of its level.%nFix: named(\"%s-2\")"
                  .formatted(named.name(), named.name()));
        }
        names.add(named.name());
      }
    }
  }
}
