package io.shelfwright.engine.ranking;

import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.spi.FeatureMatrix;
import java.util.List;

/**
 * Scored candidates in columns.
 *
 * @param candidates those that were scored
 * @param features their rows
 * @param ranker rung of the ladder that scored them
 * @param objectives what was scored, the main objective first
 * @param logits raw outputs, row-major, candidates x objectives
 * @param scores calibrated probability of the main objective
 * @param utilities after objectives and score rules, positive
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers on the hot path, compared by nobody
public record RankedCandidates(
        CandidateTable candidates,
        FeatureMatrix features,
        String ranker,
        List<String> objectives,
        float[] logits,
        double[] scores,
        double[] utilities) {

    /** Returns a candidate's logits, one an objective. */
    public float[] logitsOf(int candidate) {
        int n = objectives.size();
        float[] own = new float[n];
        System.arraycopy(logits, candidate * n, own, 0, n);
        return own;
    }
}
