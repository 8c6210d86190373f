package io.shelfwright.sample.simulate.cards;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws curves of cumulative regret as SVG, each labelled at its end. */
final class RegretPicture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 540;
    private static final int TOP = 20;
    private static final int BOTTOM = 390;
    private static final int TICKS = 4;
    private static final int LINE = 15;
    private static final List<String> COLOURS = List.of(
            "#1b6ca8", "#c8553d", "#3a7d44", "#8e5aa8", "#b8860b", "#2a9d8f", "#7a5c3e", "#d1495b", "#5c677d",
            "#00798c");

    private final List<RegretCurve> curves;
    private final int rounds;
    private final double most;

    /** Makes a picture of curves of equally many rounds. */
    RegretPicture(List<RegretCurve> curves) {
        this.curves = curves;
        rounds = curves.get(0).rounds();
        most = Math.max(
                1,
                curves.stream().mapToDouble(curve -> curve.mean(rounds)).max().orElse(1));
    }

    String svg() {
        StringBuilder svg = new StringBuilder(8192);
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<title>Cumulative regret by round</title>%n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT);
        axes(svg);
        List<RegretCurve> byEnd = curves.stream()
                .sorted(Comparator.comparingDouble((RegretCurve curve) -> -curve.mean(rounds)))
                .toList();
        double free = TOP;
        for (RegretCurve curve : byEnd) {
            // Labels keep their distance: each begins below the one before it.
            double label = Math.max(free, y(curve.mean(rounds)));
            curve(svg, curve, COLOURS.get(curves.indexOf(curve) % COLOURS.size()), label);
            free = label + LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = most * tick / TICKS;
            add(
                    svg,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>%n<text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\" fill=\"#444\">%,.0f</text>%n",
                    LEFT,
                    y(value),
                    RIGHT,
                    y(value),
                    LEFT - 6,
                    y(value) + 4,
                    value);
            int round = rounds * tick / TICKS;
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#444\">%d</text>%n",
                    x(round),
                    BOTTOM + 18,
                    round);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#444\">rounds; cumulative regret, mean over seeds</text>%n",
                (LEFT + RIGHT) / 2,
                BOTTOM + 38);
    }

    private void curve(StringBuilder svg, RegretCurve curve, String colour, double label) {
        add(svg, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" points=\"%.1f,%.1f", colour, x(0), y(0));
        for (int round = 1; round <= rounds; round++) {
            add(svg, " %.1f,%.1f", x(round), y(curve.mean(round)));
        }
        add(
                svg,
                "\"/>%n<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s %,.0f</text>%n",
                RIGHT + 8,
                label + 4,
                colour,
                curve.policy(),
                curve.mean(rounds));
    }

    private double x(int round) {
        return LEFT + (RIGHT - LEFT) * (double) round / rounds;
    }

    private double y(double regret) {
        return BOTTOM - (BOTTOM - TOP) * regret / most;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
    }
}
