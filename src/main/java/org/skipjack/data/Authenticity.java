package org.skipjack.data;

/** Whether a data set is what its publisher published, as its digest tells. */
public enum Authenticity {
  /** Its digest is the official one. */
  OFFICIAL("official"),

  /** It bears the name of a published set, and nothing shows that it has the official digest. */
  NOT_OFFICIAL("not official: no official digest matches"),

  /** It is nobody's publication, so there is no official digest. */
  OWN("own data: no official digest exists");

  private final String text;

  Authenticity(String text) {
    this.text = text;
  }

  /** The words in which records say it, for example {@code "official"}. */
  @Override
  public String toString() {
    return text;
  }
}
