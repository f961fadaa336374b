package org.skipjack.peers;

import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option;

/**
 * A net with the images of a step.
 *
 * @param net a depth 6n + 2 of the CIFAR nets, or {@link #IMAGENET}
 * @param batch images in a step
 */
record Workload(String net, int batch) {
  /** The net of He et al. 2015, Table 1, on 224 × 224 pixels. */
  static final String IMAGENET = "imagenet-resnet50";

  static Workload cifar(int depth, int batch) {
    return new Workload(String.valueOf(depth), batch);
  }

  /** The largest net: 8 images are what fits into the memory of a small machine. */
  static Workload imagenet() {
    return new Workload(IMAGENET, 8);
  }

  boolean isCifar() {
    return !net.equals(IMAGENET);
  }

  /** Layers of a CIFAR net. */
  int depth() {
    return Integer.parseInt(net);
  }

  /** The net in our words. */
  Net ours() {
    return isCifar()
        ? Families.resnet(depth(), Option.projectionWhereNeeded())
        : Families.imagenetResnet(50);
  }

  Shape image() {
    return isCifar() ? Shape.image(3, 32, 32) : Shape.image(3, 224, 224);
  }

  Graph graph() {
    return Graph.of(ours(), image());
  }

  /** In words: {@code ResNet-20, batch 128}. */
  String title() {
    String name = isCifar() ? "ResNet-" + net : "ResNet-50 at 224 × 224";
    return name + ", batch " + batch;
  }
}
