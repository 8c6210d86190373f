package io.shelfwright.engine.ranking;

import io.shelfwright.api.Explanation.Term;
import io.shelfwright.engine.generation.Calibration.Curve;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Ranker;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * From logits to utilities: Platt per shelf kind, then {@code U = sum of weight x probability} over the objectives.
 *
 * <p>A utility below {@link #FLOOR} (a card that is likelier to annoy) is mapped to {@code FLOOR exp(U)}, which keeps the
 * order and stays positive, so that log space is safe.
 */
final class UtilityModel {
    static final double FLOOR = 1e-6;

    private final Map<String, Double> weights;
    private final PluginCalls calls;
    private final Duration patience;

    UtilityModel(Map<String, Double> weights, PluginCalls calls, Duration patience) {
        this.weights = Map.copyOf(weights);
        this.calls = calls;
        this.patience = patience;
    }

    RankedCandidates combine(Visit visit, CandidateTable candidates, FeatureMatrix features, Scored scored) {
        int n = candidates.size();
        int objectives = scored.objectives().size();
        double[] scores = new double[n];
        double[] utilities = new double[n];
        double[] weightOf = new double[objectives];
        for (int o = 0; o < objectives; o++) {
            weightOf[o] = weights.getOrDefault(scored.objectives().get(o), 0.0);
        }
        Curve[][] curves = curves(candidates, scored);
        for (int c = 0; c < n; c++) {
            Curve[] own = curves[candidates.shelfIndex(c)];
            double utility = 0;
            for (int o = 0; o < objectives; o++) {
                double probability = own[o].probability(scored.logits()[c * objectives + o]);
                utility += weightOf[o] * probability;
                if (o == 0) {
                    scores[c] = probability;
                }
            }
            utilities[c] = positive(utility);
            if (visit.trace().watches(candidates.item(c).id())) {
                explain(visit, candidates, features, scored, c, own, weightOf);
            }
        }
        return new RankedCandidates(
                candidates, features, scored.rung().name(), scored.objectives(), scored.logits(), scores, utilities);
    }

    static double positive(double utility) {
        return utility >= FLOOR ? utility : FLOOR * Math.exp(Math.min(0, utility));
    }

    private static Curve[][] curves(CandidateTable candidates, Scored scored) {
        int objectives = scored.objectives().size();
        Curve[][] curves = new Curve[candidates.shelves().size()][objectives];
        for (int s = 0; s < curves.length; s++) {
            for (int o = 0; o < objectives; o++) {
                curves[s][o] = scored.rung()
                        .calibration()
                        .curve(
                                candidates.shelves().get(s).kind(),
                                scored.objectives().get(o));
            }
        }
        return curves;
    }

    private void explain(
            Visit visit,
            CandidateTable candidates,
            FeatureMatrix features,
            Scored scored,
            int c,
            Curve[] curves,
            double[] weights) {
        String shelf = candidates.shelf(c).id();
        Instance<Ranker> ranker = scored.rung().instance();
        FeatureMatrix given = RankerLadder.copy(features);
        List<Contribution> contributions = ranker == null
                ? List.of()
                : calls.call(
                                visit.call("ranking", ranker, patience),
                                () -> List.copyOf(ranker.plugin().explain(given, c)),
                                visit.journal()::degraded)
                        .orElse(List.of());
        for (Contribution part : contributions) {
            int column = features.schema().column(part.feature());
            String value = column < 0
                    ? ""
                    : Float.isNaN(features.get(c, column)) ? "missing" : Float.toString(features.get(c, column));
            visit.trace().term(shelf, new Term("feature", part.feature(), part.value(), value));
        }
        int objectives = scored.objectives().size();
        for (int o = 0; o < objectives; o++) {
            double logit = scored.logits()[c * objectives + o];
            double probability = curves[o].probability(logit);
            String name = scored.objectives().get(o);
            visit.trace()
                    .term(
                            shelf,
                            new Term(
                                    "calibration",
                                    name,
                                    probability,
                                    scored.rung().name() + " logit " + logit + ", Platt a = " + curves[o].a() + ", b = "
                                            + curves[o].b()));
            visit.trace().term(shelf, new Term("objective", name, weights[o] * probability, "weight " + weights[o]));
        }
    }
}
