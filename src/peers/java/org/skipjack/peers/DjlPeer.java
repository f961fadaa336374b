package org.skipjack.peers;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import org.skipjack.bench.BenchTask;

/** The net in DJL on PyTorch's native library, in DJL's layout, NCHW. */
final class DjlPeer implements Peer {
  private final Model model;
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray images;
  private final NDArray labels;

  DjlPeer(Setup setup) {
    System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(setup.threads()));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    model = Model.newInstance("resnet");
    model.setBlock(net(setup));
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(Setup.LEARNING_RATE))
                        .optMomentum(Setup.MOMENTUM)
                        .optWeightDecays(Setup.WEIGHT_DECAY)
                        .build()));
    Shape shape = new Shape(setup.batch(), 3, 32, 32);
    trainer.initialize(shape);
    manager = trainer.getManager().newSubManager();
    images = manager.create(Peer.images(setup), shape);
    float[] classes = new float[setup.batch()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = i % Setup.CLASSES;
    }
    labels = manager.create(classes);
  }

  private static Block net(Setup setup) {
    SequentialBlock net = new SequentialBlock().add(conv(16, 3, 1)).add(norm()).add(relu());
    int channels = 16;
    for (int stage = 0; stage < 3; stage++) {
      for (int block = 0; block < setup.blocks(); block++) {
        int filters = 16 << stage;
        net.add(residual(filters, stage > 0 && block == 0 ? 2 : 1, filters != channels))
            .add(relu());
        channels = filters;
      }
    }
    return net.add(Pool.globalAvgPool2dBlock())
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(Setup.CLASSES).build());
  }

  private static Block residual(int filters, int stride, boolean projected) {
    Block body =
        new SequentialBlock()
            .add(conv(filters, 3, stride))
            .add(norm())
            .add(relu())
            .add(conv(filters, 3, 1))
            .add(norm());
    Block shortcut = projected ? conv(filters, 1, stride) : Blocks.identityBlock();
    return new ParallelBlock(
        branches ->
            new NDList(branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow())),
        List.of(body, shortcut));
  }

  private static Block conv(int filters, int size, int stride) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(size, size))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(size / 2, size / 2))
        .optBias(false)
        .build();
  }

  private static Block norm() {
    return BatchNorm.builder().build();
  }

  private static Block relu() {
    return Activation.reluBlock();
  }

  @Override
  public String version() {
    return "DJL %s, PyTorch %s"
        .formatted(Engine.getDjlVersion(), Engine.getInstance().getVersion());
  }

  @Override
  public Runnable step(BenchTask benchTask) {
    return benchTask == BenchTask.TRAIN ? this::train : this::infer;
  }

  private void train() {
    try (NDManager step = manager.newSubManager()) {
      NDList batch = new NDList(images.duplicate());
      batch.attach(step);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList output = trainer.forward(batch);
        collector.backward(trainer.getLoss().evaluate(new NDList(labels), output));
      }
      trainer.step();
    }
  }

  private void infer() {
    try (NDManager step = manager.newSubManager()) {
      NDList batch = new NDList(images.duplicate());
      batch.attach(step);
      float[] unused = trainer.evaluate(batch).singletonOrThrow().toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
    trainer.close();
    model.close();
  }
}
