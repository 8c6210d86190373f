package io.shelfwright.sample.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a panel for each ranker: weeks across, what a page is worth upwards, 95 % intervals as bars. */
final class RetrainingPicture {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 240;
    private static final int LEFT = 46;
    private static final int TOP = 34;
    private static final int BOTTOM = 62;
    private static final Map<String, String> COLOURS = Map.of(
            Policy.POPULARITY,
            "#8a8f98",
            Policy.HEURISTICS,
            "#c9871f",
            Week.FROZEN,
            "#3b6fb6",
            Week.RETRAINED,
            "#1a8f4c");
    private static final List<String> ORDER =
            List.of(Policy.POPULARITY, Policy.HEURISTICS, Week.FROZEN, Week.RETRAINED);

    private final List<RetrainedWeeks> rankers;
    private final StringBuilder svg = new StringBuilder();
    private double low = Double.MAX_VALUE;
    private double high = -Double.MAX_VALUE;

    RetrainingPicture(List<RetrainedWeeks> rankers) {
        this.rankers = rankers;
        for (RetrainedWeeks ranker : rankers) {
            for (Week week : ranker.weeks()) {
                for (PolicyPages one : week.pages()) {
                    if (ORDER.contains(one.policy())) {
                        low = Math.min(low, one.utility().low());
                        high = Math.max(high, one.utility().high());
                    }
                }
            }
        }
        low = Math.floor(low * 2) / 2;
        high = Math.ceil(high * 2) / 2;
    }

    String svg() {
        int width = LEFT + rankers.size() * (WIDTH + LEFT);
        int height = TOP + HEIGHT + BOTTOM;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>",
                width, height);
        add("<rect width='%d' height='%d' fill='#ffffff'/>", width, height);
        for (int i = 0; i < rankers.size(); i++) {
            panel(rankers.get(i), LEFT + i * (WIDTH + LEFT));
        }
        legend();
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void panel(RetrainedWeeks ranker, int x0) {
        add("<text x='%d' y='20' font-weight='bold'>%s</text>", x0, ranker.ranker());
        for (double tick = low; tick <= high + 1e-9; tick += step()) {
            add("<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#e4e6ea'/>", x0, x0 + WIDTH, y(tick), y(tick));
            add("<text x='%d' y='%.1f' text-anchor='end' fill='#555'>%.1f</text>", x0 - 6, y(tick) + 4, tick);
        }
        int weeks = ranker.weeks().size();
        for (Week week : ranker.weeks()) {
            add(
                    "<text x='%.1f' y='%d' text-anchor='middle' fill='#555'>%d</text>",
                    x(x0, week.number(), weeks), TOP + HEIGHT + 16, week.number());
        }
        ORDER.forEach(policy -> curve(ranker, policy, x0));
    }

    private void curve(RetrainedWeeks ranker, String policy, int x0) {
        StringBuilder points = new StringBuilder();
        String colour = COLOURS.getOrDefault(policy, "#000000");
        int shift = 2 * ORDER.indexOf(policy) - 3; // so that the bars of two curves can be told apart
        for (Week week : ranker.weeks()) {
            week.pages().stream().filter(one -> one.policy().equals(policy)).forEach(one -> {
                Interval utility = one.utility();
                double x = x(x0, week.number(), ranker.weeks().size()) + shift;
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(utility.mean())));
                add(
                        "<line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f' stroke='%s' stroke-opacity='0.45'/>",
                        x, x, y(utility.low()), y(utility.high()), colour);
                add("<circle cx='%.1f' cy='%.1f' r='2.5' fill='%s'/>", x, y(utility.mean()), colour);
            });
        }
        add(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                points.toString().strip(), colour);
    }

    private void legend() {
        int x = LEFT;
        int y = TOP + HEIGHT + 44;
        for (String policy : ORDER) {
            add(
                    "<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='%s' stroke-width='3'/>",
                    x, x + 18, y - 4, y - 4, COLOURS.getOrDefault(policy, ""));
            add("<text x='%d' y='%d' fill='#333'>%s</text>", x + 24, y, policy);
            x += 105;
        }
        add("<text x='%d' y='%d' fill='#555'>week; expected utility a page, 95 %% intervals</text>", x, y);
    }

    private double step() {
        return high - low > 4 ? 1 : 0.5;
    }

    private double x(int x0, int week, int weeks) {
        return x0 + 14 + (WIDTH - 28.0) * week / Math.max(1, weeks - 1);
    }

    private double y(double value) {
        return TOP + HEIGHT * (high - value) / (high - low);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
