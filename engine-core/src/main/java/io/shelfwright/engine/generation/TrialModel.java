package io.shelfwright.engine.generation;

import io.shelfwright.spi.Ranker;

/**
 * A model that serves nobody: it scores the candidates of past pages again, to tell what it would have drawn.
 *
 * @param ranker scores rows of the engine's own features; the caller closes it
 * @param calibration of its logits
 */
public record TrialModel(Ranker ranker, Calibration calibration) {}
