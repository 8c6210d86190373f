package io.shelfwright.vectors.evaluation;

import java.util.Map;

/**
 * One configuration that was tried on the validation slice.
 *
 * @param algorithm its name
 * @param settings its settings by name
 * @param metrics how it did on the slice
 */
public record Trial(String algorithm, Map<String, Object> settings, RankingMetrics metrics) {}
