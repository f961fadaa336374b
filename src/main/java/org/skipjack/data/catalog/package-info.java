/**
 * Published data sets by name: where they come from, what is known of them, and whether what lies
 * here is that.
 *
 * <p>Descriptions are data: {@code datasets/NAME.json} at the top of the project, in the jar beside
 * these classes. They hold addresses, digests and the published figures. Nothing is downloaded but
 * by {@code fetch}.
 *
 * <p>Publishers give digests of archives, not of the files in them. So when an archive with the
 * official digest is unpacked, a receipt with the digests of its content is written beside it, and
 * from then on it is the content that is compared, whenever a record is made. A set without a
 * receipt can be used, and every record says that it is not known to be official.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
