package org.skipjack;

import java.util.function.UnaryOperator;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.BlockKind;
import org.skipjack.net.Blocks;
import org.skipjack.net.Families;
import org.skipjack.net.Initializer;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;
import org.skipjack.net.StridePlacement;

/** The words that describe nets; {@code import static org.skipjack.Skipjack.*} has them too. */
public abstract sealed class Language permits Experiments {
  Language() {}

  /** The net without layers, where every description starts. */
  public static Net net() {
    return Net.net();
  }

  /** The residual CIFAR net of a depth; see {@link Families#resnet}. */
  public static Net resnet(int depth, Option.FamilyOption... options) {
    return Families.resnet(depth, options);
  }

  /** The plain CIFAR net of a depth; see {@link Families#plain}. */
  public static Net plain(int depth, Option.FamilyOption... options) {
    return Families.plain(depth, options);
  }

  /** The pre-activation CIFAR net of a depth; see {@link Families#preActResnet}. */
  public static Net preActResnet(int depth, Option.FamilyOption... options) {
    return Families.preActResnet(depth, options);
  }

  /** The wide residual net WRN-depth-k; see {@link Families#wideResnet}. */
  public static Net wideResnet(int depth, int k, Option.FamilyOption... options) {
    return Families.wideResnet(depth, k, options);
  }

  /** The residual ImageNet net of a depth; see {@link Families#imagenetResnet}. */
  public static Net imagenetResnet(int depth, Option.FamilyOption... options) {
    return Families.imagenetResnet(depth, options);
  }

  /** The plain ImageNet net of a depth; see {@link Families#imagenetPlain}. */
  public static Net imagenetPlain(int depth, Option.FamilyOption... options) {
    return Families.imagenetPlain(depth, options);
  }

  /** See {@link Blocks#basicBlock}. */
  public static UnaryOperator<Net> basicBlock(int filters, Option.BlockOption... options) {
    return Blocks.basicBlock(filters, options);
  }

  /** See {@link Blocks#bottleneck}. */
  public static UnaryOperator<Net> bottleneck(int filters, Option.BlockOption... options) {
    return Blocks.bottleneck(filters, options);
  }

  /** See {@link Blocks#preActivation}. */
  public static UnaryOperator<Net> preActivation(int filters, Option.BlockOption... options) {
    return Blocks.preActivation(filters, options);
  }

  /** See {@link Option#kernelSize}. */
  public static Option.KernelSize kernelSize(int value) {
    return Option.kernelSize(value);
  }

  /** See {@link Option#stride}. */
  public static Option.Stride stride(int value) {
    return Option.stride(value);
  }

  /** See {@link Option#padding}. */
  public static Option.Padding padding(int value) {
    return Option.padding(value);
  }

  /** See {@link Option#bias}. */
  public static Option.Bias bias() {
    return Option.bias();
  }

  /** See {@link Option#width}. */
  public static Option.Width width(int value) {
    return Option.width(value);
  }

  /** See {@link Option#classes}. */
  public static Option.Classes classes(int value) {
    return Option.classes(value);
  }

  /** See {@link Option#identity}. */
  public static Shortcut identity() {
    return Option.identity();
  }

  /** See {@link Option#zeroPad}. */
  public static Shortcut zeroPad() {
    return Option.zeroPad();
  }

  /** See {@link Option#projection}. */
  public static Shortcut projection() {
    return Option.projection();
  }

  /** See {@link Option#projectionWhereNeeded}. */
  public static Shortcut projectionWhereNeeded() {
    return Option.projectionWhereNeeded();
  }

  /** See {@link Option#dilation}. */
  public static Option.Dilation dilation(int value) {
    return Option.dilation(value);
  }

  /** See {@link Option#groups}. */
  public static Option.Groups groups(int value) {
    return Option.groups(value);
  }

  /** See {@link Option#zeroGamma}. */
  public static Option.ZeroGamma zeroGamma() {
    return Option.zeroGamma();
  }

  /** See {@link Option#squeezeExcitation}. */
  public static Option.SqueezeExcitation squeezeExcitation(int reduction) {
    return Option.squeezeExcitation(reduction);
  }

  /** See {@link Option#stochasticDepth}. */
  public static Option.StochasticDepth stochasticDepth(double survival) {
    return Option.stochasticDepth(survival);
  }

  /** See {@link Option#heNormal}. */
  public static Initializer heNormal() {
    return Option.heNormal();
  }

  /** See {@link Option#heNormalFanOut}. */
  public static Initializer heNormalFanOut() {
    return Option.heNormalFanOut();
  }

  /** See {@link Option#glorotNormal}. */
  public static Initializer glorotNormal() {
    return Option.glorotNormal();
  }

  /** See {@link Option#glorotUniform}. */
  public static Initializer glorotUniform() {
    return Option.glorotUniform();
  }

  /** See {@link Option#scaled(double)}. */
  public static Shortcut scaled(double factor) {
    return Option.scaled(factor);
  }

  /** See {@link Option#scaled(double, Shortcut)}. */
  public static Shortcut scaled(double factor, Shortcut shortcut) {
    return Option.scaled(factor, shortcut);
  }

  /** See {@link Option#exclusiveGate(double)}. */
  public static Shortcut exclusiveGate(double bias) {
    return Option.exclusiveGate(bias);
  }

  /** See {@link Option#exclusiveGate(double, Shortcut)}. */
  public static Shortcut exclusiveGate(double bias, Shortcut shortcut) {
    return Option.exclusiveGate(bias, shortcut);
  }

  /** See {@link Option#shortcutOnlyGate(double)}. */
  public static Shortcut shortcutOnlyGate(double bias) {
    return Option.shortcutOnlyGate(bias);
  }

  /** See {@link Option#shortcutOnlyGate(double, Shortcut)}. */
  public static Shortcut shortcutOnlyGate(double bias, Shortcut shortcut) {
    return Option.shortcutOnlyGate(bias, shortcut);
  }

  /** See {@link Option#droppedOut(double)}. */
  public static Shortcut droppedOut(double rate) {
    return Option.droppedOut(rate);
  }

  /** See {@link Option#droppedOut(double, Shortcut)}. */
  public static Shortcut droppedOut(double rate, Shortcut shortcut) {
    return Option.droppedOut(rate, shortcut);
  }

  /** See {@link Option#dropout}. */
  public static Option.Dropout dropout(double rate) {
    return Option.dropout(rate);
  }

  /** See {@link Option#basicBlocks}. */
  public static BlockKind basicBlocks() {
    return Option.basicBlocks();
  }

  /** See {@link Option#bottlenecks}. */
  public static BlockKind bottlenecks() {
    return Option.bottlenecks();
  }

  /** See {@link Option#strideIn1x1}. */
  public static StridePlacement strideIn1x1() {
    return Option.strideIn1x1();
  }

  /** See {@link Option#strideIn3x3}. */
  public static StridePlacement strideIn3x3() {
    return Option.strideIn3x3();
  }

  /** See {@link Option#originalOrder}. */
  public static ActivationOrder originalOrder() {
    return Option.originalOrder();
  }

  /** See {@link Option#batchNormAfterAddition}. */
  public static ActivationOrder batchNormAfterAddition() {
    return Option.batchNormAfterAddition();
  }

  /** See {@link Option#reluBeforeAddition}. */
  public static ActivationOrder reluBeforeAddition() {
    return Option.reluBeforeAddition();
  }

  /** See {@link Option#reluOnlyPreActivation}. */
  public static ActivationOrder reluOnlyPreActivation() {
    return Option.reluOnlyPreActivation();
  }

  /** See {@link Option#fullPreActivation}. */
  public static ActivationOrder fullPreActivation() {
    return Option.fullPreActivation();
  }
}
