package io.shelfwright.learning;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Ranker;
import java.util.List;

/**
 * What a ranker says about some rows.
 *
 * @param objectives what it scored, the main one first
 * @param logits rows x objectives
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record ScoredRows(List<String> objectives, float[] logits) {

    static ScoredRows of(Ranker ranker, FeatureMatrix rows) {
        List<String> objectives = List.copyOf(ranker.objectives());
        float[] logits = new float[rows.rows() * objectives.size()];
        ranker.score(rows, logits);
        return new ScoredRows(objectives, logits);
    }

    float logit(int row, int objective) {
        return logits[row * objectives.size() + objective];
    }
}
