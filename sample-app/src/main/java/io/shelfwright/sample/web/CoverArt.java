package io.shelfwright.sample.web;

import io.shelfwright.api.ItemKind;

/**
 * Draws covers: the same hash, kind and initials give the same picture.
 *
 * <p>Albums are squares, artists circles, playlists mosaics of four, podcasts squares with sound waves; a kind that is not
 * known here looks like an album.
 */
final class CoverArt {
    private CoverArt() {}

    /** Returns an SVG document; the initials may be any text. */
    static String svg(long hash, String kind, String initials) {
        Palette palette = new Palette(hash);
        StringBuilder svg = new StringBuilder(4096);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 300\">");
        CoverShapes.add(
                svg,
                "<defs><linearGradient id=\"g\" gradientTransform=\"rotate(%d .5 .5)\">"
                        + "<stop offset=\"0\" stop-color=\"%s\"/><stop offset=\"1\" stop-color=\"%s\"/></linearGradient>"
                        + "<linearGradient id=\"s\" x2=\"0\" y2=\"1\"><stop offset=\".35\" stop-opacity=\"0\"/>"
                        + "<stop offset=\"1\" stop-opacity=\".62\"/></linearGradient>"
                        + "<clipPath id=\"c\"><circle cx=\"150\" cy=\"150\" r=\"150\"/></clipPath></defs>",
                palette.below(8) * 45,
                palette.deep(),
                palette.middle());
        boolean artist = kind.equals(ItemKind.ARTIST.name());
        svg.append(artist ? "<g clip-path=\"url(#c)\">" : "<g>");
        svg.append("<rect width=\"300\" height=\"300\" fill=\"url(#g)\"/>");
        if (artist) {
            CoverShapes.petals(svg, palette);
            text(svg, initials, 150, 176, 72, "middle");
        } else if (kind.equals(ItemKind.PLAYLIST.name())) {
            mosaic(svg, palette);
            shade(svg);
            text(svg, initials, 22, 278, 62, "start");
        } else if (kind.startsWith("podcast")) {
            CoverShapes.waves(svg, palette);
            shade(svg);
            text(svg, initials, 22, 278, 56, "start");
        } else {
            CoverShapes.pattern(svg, palette, palette.below(CoverShapes.PATTERNS));
            shade(svg);
            text(svg, initials, 22, 278, 62, "start");
        }
        return svg.append("</g></svg>").toString();
    }

    private static void mosaic(StringBuilder svg, Palette palette) {
        for (int tile = 0; tile < 4; tile++) {
            CoverShapes.add(
                    svg,
                    "<svg x=\"%d\" y=\"%d\" width=\"150\" height=\"150\" viewBox=\"0 0 300 300\">"
                            + "<rect width=\"300\" height=\"300\" fill=\"%s\"/>",
                    tile % 2 * 150,
                    tile / 2 * 150,
                    palette.tile(tile));
            CoverShapes.pattern(svg, palette, palette.below(CoverShapes.PATTERNS));
            svg.append("</svg>");
        }
    }

    private static void shade(StringBuilder svg) {
        svg.append("<rect width=\"300\" height=\"300\" fill=\"url(#s)\"/>");
    }

    private static void text(StringBuilder svg, String initials, int x, int y, int size, String anchor) {
        CoverShapes.add(
                svg,
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" font-weight=\"700\" fill=\"#fff\" "
                        + "fill-opacity=\".94\" font-family=\"system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif\">",
                x,
                y,
                size,
                anchor);
        escape(svg, initials);
        svg.append("</text>");
    }

    /** Writes text for XML 1.0, in which most control characters and half pairs cannot be written at all. */
    private static void escape(StringBuilder svg, String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                case '"' -> svg.append("&quot;");
                case '\'' -> svg.append("&#39;");
                default -> {
                    boolean writable = c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    svg.appendCodePoint(writable ? c : 0xFFFD);
                }
            }
        });
    }
}
