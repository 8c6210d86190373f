package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.ExampleTableBuilder;
import io.shelfwright.learning.evaluation.ScoreColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pages of synthetic users whose taste is known, and two models that know it more or less well; calibrated by their making. */
final class JudgedWorld {
    private static final int CARDS = 8;

    private final SplittableRandom random;

    JudgedWorld(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Returns a table of users with two pages each.
     *
     * @param candidate share of its part of the taste that the candidate knows, 0..1; negative where it has it backwards
     * @param live share that the live model knows
     * @param candidateInSecond what the candidate knows of the users of the market DE
     */
    ExampleTable table(int users, double candidate, double live, double candidateInSecond) {
        int rows = users * 2 * CARDS;
        List<String> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> markets = new ArrayList<>();
        double[] labels = new double[rows];
        double[] own = new double[rows];
        double[] other = new double[rows];
        double[] heuristics = new double[rows];
        for (int row = 0; row < rows; row++) {
            int user = row / (2 * CARDS);
            boolean second = user % 4 == 0;
            groups.add("r" + row / CARDS % 2);
            names.add("u" + user);
            markets.add(second ? "DE" : "SE");
            double ofCandidate = gauss();
            double ofLive = gauss();
            double known = second ? candidateInSecond : candidate;
            // Each model sees its own part of the taste; what neither sees is left to chance.
            double taste = 0.7 * (ofCandidate + ofLive);
            labels[row] = random.nextDouble() < logistic(taste - 0.5) ? 1 : 0;
            own[row] = logistic(0.6 * signal(known, ofCandidate) - 0.45);
            other[row] = logistic(0.6 * signal(live, ofLive) - 0.45);
            heuristics[row] = logistic(0.1 * gauss() - 0.45);
        }
        ExampleTableBuilder builder = ExampleTable.of(groups)
                .users(names)
                .slice("market", markets)
                .label("stream", labels)
                .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", true, own))
                .score(new ScoreColumn(ScoreColumn.LIVE, "stream", true, other))
                .score(new ScoreColumn(ScoreColumn.HEURISTICS, "stream", true, heuristics));
        return builder.build();
    }

    private double signal(double known, double taste) {
        return known * taste + (1 - Math.abs(known)) * gauss();
    }

    private double gauss() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
