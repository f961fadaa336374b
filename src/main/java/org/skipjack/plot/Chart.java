package org.skipjack.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.ChartEncoder;
import org.skipjack.io.AtomicFile;

/** A drawn chart: a picture for a page, a notebook or a paper. Needs no screen. */
public final class Chart {
  private static final int SHARPNESS = 2;

  private final org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart;

  Chart(org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart) {
    this.xchart = xchart;
  }

  /** A chart that was made with XChart itself. */
  public static Chart of(org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart) {
    return new Chart(xchart);
  }

  /** The width that the chart is drawn for, in pixels of the page. */
  public int width() {
    return xchart.getWidth();
  }

  /** The height that the chart is drawn for, in pixels of the page. */
  public int height() {
    return xchart.getHeight();
  }

  /** A PNG image of twice the chart's width and height, for screens with fine pixels. */
  public byte[] png() {
    return Undisturbed.run(this::drawnPng);
  }

  private byte[] drawnPng() {
    BufferedImage image =
        new BufferedImage(SHARPNESS * width(), SHARPNESS * height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SHARPNESS, SHARPNESS);
      xchart.paint(graphics, width(), height());
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not left to ImageIO: its cache file needs a shutdown hook, which Ctrl-C forbids.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
      stream.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An SVG document that can also stand inside an HTML page: it names no document type. Text is
   * drawn as outlines, so it looks the same without the fonts.
   */
  public String svg() {
    return Undisturbed.run(this::drawnSvg);
  }

  private String drawnSvg() {
    try {
      String document = new String(ChartEncoder.getBytes(xchart, "svg"), StandardCharsets.UTF_8);
      return document.substring(document.indexOf("<svg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the chart to a file, as PNG or SVG according to its name.
   *
   * @throws IllegalArgumentException if the name ends in neither {@code .png} nor {@code .svg}
   * @throws org.skipjack.io.OutputException if the file cannot be written; an old one is then as it
   *     was
   */
  public void save(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      byte[] bytes = png();
      AtomicFile.write(file, out -> out.write(bytes));
    } else if (name.endsWith(".svg")) {
      AtomicFile.write(file, svg());
    } else {
      throw new IllegalArgumentException(
          "a chart is saved as .png or .svg, not as %s.%nFix: save(Path.of(\"chart.png\"))"
              .formatted(file));
    }
  }

  /** XChart's own chart, to change what this one does not offer; what is changed stays changed. */
  public org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart() {
    return xchart;
  }
}
