/**
 * Puts the kernel where Jupyter finds it, takes it away again, and tries whether it starts.
 *
 * <p>{@link org.skipjack.kernel.install.KernelFolder} is the place, {@link
 * org.skipjack.kernel.install.Installation} what is put there, {@link
 * org.skipjack.kernel.install.SelfTest} a start of what is there.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Our jar is copied into the folder, so that a build or a {@code mvn clean} beside an open
 *       notebook breaks nothing; libraries stay where Maven keeps them.
 *   <li>Java is named by its absolute path: what is on the PATH of a Jupyter server is another
 *       matter.
 *   <li>An archive of loaded classes makes a start twice as fast. It is made by a rehearsal, a
 *       kernel that runs some cells; Java 25 and later get an ahead-of-time cache in its place. A
 *       Java that does not take it, after an update for one, starts without.
 *   <li>The JVM's own log is off: its first target is the standard output of Jupyter's server.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.install;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
