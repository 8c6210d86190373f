package io.shelfwright.vectors.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.vectors.Algorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an evaluation of vectors found.
 *
 * @param algorithm what was trained
 * @param metrics how it did on the test
 * @param counts what was met in the files
 * @param trials what was tried before, on a slice of the training file; empty where nothing was
 * @param seed the seed
 * @param seconds wall-clock time of the choice, the training and the evaluation
 */
public record VectorsReport(
        Algorithm algorithm,
        RankingMetrics metrics,
        Map<String, Integer> counts,
        List<Trial> trials,
        long seed,
        double seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the report as one object; metrics are at its top. */
    public ObjectNode json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("algorithm", algorithm.name());
        node.set("settings", JSON.valueToTree(algorithm.settings()));
        node.put("seed", seed);
        node.put("users", metrics.users());
        put(node, metrics);
        node.set("counts", JSON.valueToTree(counts));
        ArrayNode list = node.putArray("trials");
        for (Trial trial : trials) {
            ObjectNode entry = list.addObject().put("algorithm", trial.algorithm());
            entry.set("settings", JSON.valueToTree(trial.settings()));
            put(entry, trial.metrics());
        }
        node.put("seconds", Math.round(seconds * 1000) / 1000.0);
        return node;
    }

    private static void put(ObjectNode node, RankingMetrics metrics) {
        node.put("Recall@10", metrics.recall10());
        node.put("nDCG@10", metrics.ndcg10());
        node.put("Recall@20", metrics.recall20());
        node.put("nDCG@20", metrics.ndcg20());
    }

    /** Returns the report as lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!trials.isEmpty()) {
            lines.add(trials.size() + " trials on a fifth of the training file, held out by seed " + seed);
        }
        lines.add(algorithm.name() + " " + algorithm.settings());
        lines.add(String.format(
                Locale.ROOT,
                "Recall@10 %.4f  nDCG@10 %.4f  Recall@20 %.4f  nDCG@20 %.4f  (%d users, %.1f s)",
                metrics.recall10(),
                metrics.ndcg10(),
                metrics.recall20(),
                metrics.ndcg20(),
                metrics.users(),
                seconds));
        counts.forEach((name, count) -> {
            if (count > 0) {
                lines.add(String.format(Locale.ROOT, "%9d  %s", count, name.replace('-', ' ')));
            }
        });
        return lines;
    }
}
