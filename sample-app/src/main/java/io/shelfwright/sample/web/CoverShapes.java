package io.shelfwright.sample.web;

import java.util.Locale;

/** The geometric patterns of covers, in a square of 300 by 300. */
final class CoverShapes {
    static final int PATTERNS = 6;

    private CoverShapes() {}

    static void pattern(StringBuilder svg, Palette palette, int number) {
        switch (number) {
            case 0 -> rings(svg, palette);
            case 1 -> stripes(svg, palette);
            case 2 -> peaks(svg, palette);
            case 3 -> dots(svg, palette);
            case 4 -> arcs(svg, palette);
            default -> rays(svg, palette);
        }
    }

    static void rings(StringBuilder svg, Palette palette) {
        int x = 80 + palette.below(150);
        int y = 60 + palette.below(120);
        for (int i = 6; i > 0; i--) {
            add(
                    svg,
                    "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" opacity=\".16\"/>",
                    x,
                    y,
                    i * 34,
                    palette.bright());
        }
        add(svg, "<circle cx=\"%d\" cy=\"%d\" r=\"20\" fill=\"%s\"/>", x, y, palette.pale());
    }

    private static void stripes(StringBuilder svg, Palette palette) {
        int angle = 20 + palette.below(50);
        int step = 26 + palette.below(26);
        for (int x = -300; x < 600; x += step) {
            add(
                    svg,
                    "<rect x=\"%d\" y=\"-150\" width=\"%d\" height=\"640\" fill=\"%s\" opacity=\".%d\" "
                            + "transform=\"rotate(%d 150 150)\"/>",
                    x,
                    step / 2,
                    palette.bright(),
                    12 + palette.below(45),
                    angle);
        }
    }

    private static void peaks(StringBuilder svg, Palette palette) {
        add(
                svg,
                "<circle cx=\"%d\" cy=\"90\" r=\"38\" fill=\"%s\" opacity=\".9\"/>",
                70 + palette.below(160),
                palette.pale());
        for (int i = 0; i < 4; i++) {
            int top = 110 + i * 36 + palette.below(26);
            int middle = 20 + palette.below(260);
            add(
                    svg,
                    "<path d=\"M%d 320L%d %dL%d 320Z\" fill=\"%s\" opacity=\".%d\"/>",
                    middle - 210,
                    middle,
                    top,
                    middle + 210,
                    i % 2 == 0 ? palette.bright() : palette.middle(),
                    35 + i * 12);
        }
    }

    private static void dots(StringBuilder svg, Palette palette) {
        int step = 38 + palette.below(18);
        for (int y = step / 2; y < 300; y += step) {
            for (int x = step / 2; x < 300; x += step) {
                add(
                        svg,
                        "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" opacity=\".75\"/>",
                        x,
                        y,
                        3 + palette.below(step / 2 - 4),
                        palette.below(4) == 0 ? palette.pale() : palette.bright());
            }
        }
    }

    private static void arcs(StringBuilder svg, Palette palette) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                int turn = 90 * palette.below(4);
                add(
                        svg,
                        "<path d=\"M0 0H75A75 75 0 0 1 0 75Z\" fill=\"%s\" opacity=\".%d\" "
                                + "transform=\"translate(%d %d) rotate(%d 37.5 37.5)\"/>",
                        palette.below(5) == 0 ? palette.pale() : palette.bright(),
                        30 + palette.below(50),
                        x * 75,
                        y * 75,
                        turn);
            }
        }
    }

    private static void rays(StringBuilder svg, Palette palette) {
        int x = 60 + palette.below(180);
        int count = 9 + palette.below(8);
        for (int i = 0; i < count; i++) {
            add(
                    svg,
                    "<path d=\"M%d 300L%d -140L%d -140Z\" fill=\"%s\" opacity=\".45\" transform=\"rotate(%d %d 300)\"/>",
                    x,
                    x - 22,
                    x + 22,
                    palette.bright(),
                    -90 + i * 180 / (count - 1),
                    x);
        }
        add(svg, "<circle cx=\"%d\" cy=\"300\" r=\"64\" fill=\"%s\"/>", x, palette.pale());
    }

    static void waves(StringBuilder svg, Palette palette) {
        for (int i = 0; i < 25; i++) {
            int height = 24 + palette.below(120);
            add(
                    svg,
                    "<rect x=\"%d\" y=\"%d\" width=\"6\" height=\"%d\" rx=\"3\" fill=\"%s\" opacity=\".9\"/>",
                    6 + i * 12,
                    150 - height / 2,
                    height,
                    i % 5 == 2 ? palette.pale() : palette.bright());
        }
    }

    static void petals(StringBuilder svg, Palette palette) {
        int count = 7 + palette.below(6);
        for (int i = 0; i < count; i++) {
            add(
                    svg,
                    "<ellipse cx=\"150\" cy=\"62\" rx=\"%d\" ry=\"86\" fill=\"%s\" opacity=\".32\" "
                            + "transform=\"rotate(%d 150 150)\"/>",
                    30 + palette.below(24),
                    palette.bright(),
                    i * 360 / count);
        }
        add(svg, "<circle cx=\"150\" cy=\"150\" r=\"74\" fill=\"%s\" opacity=\".78\"/>", palette.deep());
    }

    static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
