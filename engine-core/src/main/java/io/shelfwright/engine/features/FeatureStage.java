package io.shelfwright.engine.features;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fourth stage: the one transform from candidates to rows, the same for training and serving because training reads the
 * rows that were logged here.
 *
 * <p>A feature set that fails or is late leaves its columns missing.
 */
public final class FeatureStage {
    private static final String STAGE = "features";

    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    public FeatureStage(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().features();
    }

    /** Returns one row a candidate; what is missing is NaN, or the value that the declaration gives for missing. */
    public FeatureMatrix transform(Visit visit, CandidateTable candidates) {
        FeatureSchema schema = visit.generation().schema();
        int rows = candidates.size();
        float[] cells = new float[rows * schema.size()];
        Arrays.fill(cells, Float.NaN);
        int first = 0;
        for (Instance<FeatureSet> set : visit.generation().features()) {
            int columns = set.plugin().features().size();
            if (!visit.skips(STAGE, set.name())) {
                // Each set writes to memory of its own: one that hangs may go on writing after it was given up.
                Optional<FeatureBlock> block = calls.call(
                        STAGE,
                        set.name(),
                        deadline,
                        () -> compute(set.plugin(), candidates),
                        visit.journal()::degraded);
                if (block.isPresent()) {
                    block.get().copyTo(cells, schema.size(), first);
                    if (block.get().clipped() > 0) {
                        calls.metrics().count(STAGE, set.name(), "clipped");
                    }
                }
            }
            first += columns;
        }
        fillMissing(schema, cells, rows);
        return new FeatureMatrix(schema, rows, cells);
    }

    private static FeatureBlock compute(FeatureSet set, CandidateTable candidates) {
        FeatureBlock block = new FeatureBlock(set.features(), candidates.size());
        set.compute(candidates, block);
        return block;
    }

    private static void fillMissing(FeatureSchema schema, float[] cells, int rows) {
        for (int column = 0; column < schema.size(); column++) {
            FeatureDeclaration feature = schema.features().get(column);
            if (!Float.isNaN(feature.missing())) {
                for (int row = 0; row < rows; row++) {
                    int cell = row * schema.size() + column;
                    if (Float.isNaN(cells[cell])) {
                        cells[cell] = feature.missing();
                    }
                }
            }
        }
    }
}
