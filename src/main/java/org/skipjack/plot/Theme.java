package org.skipjack.plot;

import java.awt.Color;
import java.util.List;

/**
 * Colors for a page: paper, ink and eight colors for nets.
 *
 * <p>The eight are those of Okabe and Ito, "Color Universal Design" (2008), in an order in which
 * the first few are furthest apart, but for the one that the paper hides: violet stands for yellow
 * on white, white for black on a dark page. Any two differ by a CIE 1976 ΔE of 16 or more, also as
 * seen with protanopia, deuteranopia or tritanopia in the model of Machado et al. 2009 ({@code
 * ThemeTest}).
 */
public enum Theme {
  /** White paper. */
  LIGHT(
      0xFFFFFF, 0x1F2328, 0xDDE1E6, 0x56B4E9, 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00,
      0x56B4E9, 0x000000, 0x7700DD),
  /** A dark page. */
  DARK(
      0x16181D, 0xE6E8EB, 0x363B44, 0x0072B2, 0x56B4E9, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00,
      0xF0E442, 0xFFFFFF, 0x0072B2);

  private final Color paper;
  private final Color ink;
  private final Color grid;
  private final Color heat;

  // An unmodifiable list of immutable colors, which the type does not say.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Color> colors;

  Theme(int paper, int ink, int grid, int heat, Integer... colors) {
    this.paper = new Color(paper);
    this.ink = new Color(ink);
    this.grid = new Color(grid);
    this.heat = new Color(heat);
    this.colors = List.of(colors).stream().map(Color::new).toList();
  }

  /** The background. */
  public Color paper() {
    return paper;
  }

  /** Text and axes. */
  public Color ink() {
    return ink;
  }

  /** The lines behind the curves. */
  public Color grid() {
    return grid;
  }

  /** The fullest color of a heat map; {@link #ink} can be read on it. */
  public Color heat() {
    return heat;
  }

  /** Eight colors, one a net. */
  public List<Color> colors() {
    return colors;
  }
}
