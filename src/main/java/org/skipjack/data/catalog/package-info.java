/**
 * Published data sets by name: where they come from, what is known of them, and whether what lies
 * here is that.
 *
 * <p>Descriptions are data: {@code datasets/NAME.json} at the top of the project, in the jar beside
 * these classes. They hold addresses, digests and the published figures. Nothing is downloaded but
 * by {@code fetch}.
 *
 * <p>Whenever a record is made, the content of a set is held against what the program itself knows:
 * published digests of the unpacked files where there are any (CIFAR-10, MNIST, Fashion-MNIST),
 * else the archive that has its published digest, which therefore is kept. Nothing that lies beside
 * the data is believed, for anybody can write it. A set that cannot be shown to be official can be
 * used, and every record says so.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
