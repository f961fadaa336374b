package org.skipjack.kernel.documentation;

import java.util.Optional;

/** What comes with libraries for their readers: code with its comments, or pages made of it. */
public interface LibraryDocs {

  /** There is none. */
  LibraryDocs NONE =
      new LibraryDocs() {
        @Override
        public Optional<String> source(String file) {
          return Optional.empty();
        }

        @Override
        public Optional<String> page(String file) {
          return Optional.empty();
        }
      };

  /** A source file by its path, such as {@code far/Added.java}. */
  Optional<String> source(String file);

  /** A page of Javadoc's by its path, such as {@code far/Added.Inner.html}. */
  Optional<String> page(String file);
}
