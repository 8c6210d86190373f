package io.shelfwright.engine.ranking;

import io.shelfwright.engine.generation.Rung;
import java.util.List;

/**
 * The answer of one rung.
 *
 * @param rung who scored
 * @param objectives what it scored
 * @param logits rows x objectives, all finite
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers on the hot path, compared by nobody
record Scored(Rung rung, List<String> objectives, float[] logits) {}
