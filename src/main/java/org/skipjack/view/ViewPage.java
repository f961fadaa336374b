package org.skipjack.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.io.Markup;

/**
 * Views as a whole HTML file, light or dark as its reader's pages are.
 *
 * @param title what the page is called
 * @param views what it shows, from top to bottom
 */
public record ViewPage(String title, List<View> views) {

  /** Copies the list. */
  public ViewPage {
    views = List.copyOf(views);
  }

  /** A page of these views. */
  public static ViewPage of(String title, View... views) {
    return new ViewPage(title, Arrays.asList(views));
  }

  /** The file's text. */
  public String html() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>%1$s</title>
        <style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:24px}</style>
        </head>
        <body>
        <h1>%1$s</h1>
        %2$s</body>
        </html>
        """
        .formatted(
            Markup.escaped(title), views.stream().map(View::html).collect(Collectors.joining()));
  }
}
