package org.skipjack.kernel.compat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.skipjack.io.Markup;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML of Maven's projects, which reads no other files. */
final class MavenXml {
  private MavenXml() {}

  /**
   * A parsed text.
   *
   * @throws IllegalArgumentException if it is no XML
   */
  static Document parsed(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "this is no XML, line %d: %s%nFix: copy all of the <dependency>, to its end",
              e.getLineNumber(),
              e.getMessage()));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements in another, in order. */
  static List<Node> elements(Node of) {
    List<Node> elements = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.ELEMENT_NODE) {
        elements.add(node);
      }
    }
    return elements;
  }

  /** What stands in an element of a name in another; empty if there is none. */
  static String child(Node of, String name) {
    return elements(of).stream()
        .filter(one -> one.getNodeName().equals(name))
        .map(one -> one.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  /** An element as text. */
  static String text(Node element) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element around a text. */
  static String element(String name, String text) {
    return "<" + name + ">" + Markup.escaped(text) + "</" + name + ">";
  }

  /** An element around others. */
  static String around(String name, String... inner) {
    return "<" + name + ">" + String.join("", inner) + "</" + name + ">";
  }

  /** A project that is nothing but what it needs. */
  static String project(String dependencies, String repositories, String others) {
    return around(
        "project",
        element("modelVersion", "4.0.0"),
        element("groupId", "notebook"),
        element("artifactId", "notebook"),
        element("version", "1"),
        around("repositories", repositories),
        around("dependencies", dependencies),
        others);
  }
}
