package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures on rows of listeners that neither the model nor its calibration has met.
 *
 * @param rows number of rows
 * @param pages number of pages with a positive, over which NDCG is averaged
 * @param pagesWithoutPositives the others
 * @param models measures by what was measured: {@code model/OBJECTIVE}, {@code live/...}, {@code popularity/...}
 */
record Evaluation(int rows, int pages, int pagesWithoutPositives, Map<String, Map<String, Object>> models) {
    static final String POPULARITY = "popularity.rank";
    private static final int BINS = 15;
    private static final int CUT = 10;

    static Evaluation of(Dataset dataset, int[] rows, ScoredRows scored, Calibration calibration) {
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        double[] weights = dataset.weights(rows);
        double[] main = dataset.labels(rows, 0);
        Pages pages = Pages.of(dataset, rows);
        for (int o = 0; o < scored.objectives().size(); o++) {
            String objective = scored.objectives().get(o);
            double[] labels = dataset.labels(rows, dataset.objectives().indexOf(objective));
            double[] p = new double[rows.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = calibration
                        .curve(dataset.row(rows[i]).shelfKind(), objective)
                        .probability(scored.logit(i, o));
            }
            Map<String, Object> measures = probabilities(p, labels, weights);
            if (o == 0) {
                measures.put("ndcg10", pages.ndcg(p, labels));
            }
            models.put("model/" + objective, measures);
        }
        String mainObjective = scored.objectives().get(0);
        double[] live = new double[rows.length];
        Arrays.setAll(live, i -> dataset.row(rows[i]).liveScore());
        Map<String, Object> measures = probabilities(live, main, weights);
        measures.put("ndcg10", pages.ndcg(live, main));
        models.put("live/" + mainObjective, measures);
        int column = dataset.schema().column(POPULARITY);
        if (column >= 0) {
            double[] popularity = new double[rows.length];
            for (int i = 0; i < popularity.length; i++) {
                float value = dataset.row(rows[i]).features()[column];
                popularity[i] = Float.isNaN(value) ? -1 : value;
            }
            Map<String, Object> ranked = new LinkedHashMap<>();
            ranked.put("auc", Metrics.auc(popularity, main, weights));
            ranked.put("ndcg10", pages.ndcg(popularity, main));
            models.put("popularity/" + mainObjective, ranked);
        }
        return new Evaluation(rows.length, pages.withPositives(main), pages.withoutPositives(main), models);
    }

    double auc() {
        return (double) models.entrySet().iterator().next().getValue().getOrDefault("auc", Double.NaN);
    }

    /** Returns which measures of the model are no numbers. */
    List<String> notFinite() {
        List<String> broken = new ArrayList<>();
        models.entrySet().iterator().next().getValue().forEach((name, value) -> {
            if (!Double.isFinite((double) value)) {
                broken.add(name);
            }
        });
        return broken;
    }

    ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", rows);
        facts.put("pages", pages);
        facts.put("pagesWithoutPositives", pagesWithoutPositives);
        models.forEach((name, measures) -> {
            Map<String, Object> finite = new LinkedHashMap<>();
            measures.forEach((measure, value) -> finite.put(measure, Double.isFinite((double) value) ? value : "none"));
            facts.put(name, finite);
        });
        return new ReportSection("evaluation", facts);
    }

    private static Map<String, Object> probabilities(double[] p, double[] labels, double[] weights) {
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("auc", Metrics.auc(p, labels, weights));
        measures.put("logLoss", Metrics.logLoss(p, labels, weights));
        measures.put("calibrationError", Metrics.calibrationError(p, labels, weights, BINS));
        return measures;
    }

    /** The pages among the rows: where each begins. */
    private record Pages(List<Integer> starts, int rows) {

        static Pages of(Dataset dataset, int[] rows) {
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                if (i == 0
                        || dataset.row(rows[i]).group()
                                != dataset.row(rows[i - 1]).group()) {
                    starts.add(i);
                }
            }
            return new Pages(starts, rows.length);
        }

        int withPositives(double[] labels) {
            return starts.size() - withoutPositives(labels);
        }

        int withoutPositives(double[] labels) {
            int without = 0;
            for (int page = 0; page < starts.size(); page++) {
                without += Double.isNaN(Metrics.ndcg(part(labels, page), part(labels, page), CUT)) ? 1 : 0;
            }
            return without;
        }

        double ndcg(double[] scores, double[] labels) {
            double sum = 0;
            int count = 0;
            for (int page = 0; page < starts.size(); page++) {
                double ndcg = Metrics.ndcg(part(scores, page), part(labels, page), CUT);
                if (!Double.isNaN(ndcg)) {
                    sum += ndcg;
                    count++;
                }
            }
            return sum / count;
        }

        private double[] part(double[] values, int page) {
            int end = page + 1 < starts.size() ? starts.get(page + 1) : rows;
            return Arrays.copyOfRange(values, starts.get(page), end);
        }
    }
}
