package org.skipjack.view;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads what views write, as a browser that forgives nothing. */
final class WellFormed {
  private WellFormed() {}

  /** The document; throws where tags or quotes are not closed. */
  static Document xml(String text) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError("not well formed: " + e.getMessage() + "\n" + text, e);
    }
  }

  static void requireXml(String text) {
    if (!xml(text).hasChildNodes()) {
      throw new AssertionError("nothing in it");
    }
  }
}
