/**
 * Training as TensorBoard shows it: its event files.
 *
 * <p>A file of events is a sequence of records, each a length, a message and two masked checksums
 * (CRC-32C). A message is a few fields of TensorFlow's {@code event.proto} and {@code
 * summary.proto}, in Protocol Buffers' wire format. Five kinds of field are written and none is
 * read, which takes a page; a library and the generated classes of two schemas would be more.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.tensorboard;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
