package io.shelfwright.engine.features;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
    FeatureStage(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().features();
    }

    /** Returns one row a candidate; what is missing is NaN, or the value that the declaration gives for missing. */
    public FeatureMatrix transform(Visit visit, CandidateTable candidates) {
        FeatureSchema schema = visit.generation().schema();
        int rows = candidates.size();
        List<Instance<FeatureSet>> sets = visit.generation().features();
        Optional<FeatureBlock> only = sets.size() == 1 ? block(sets.get(0), visit, candidates) : Optional.empty();
        float[] cells =
                only.isPresent() ? only.get().take() : joined(sets.size() == 1 ? List.of() : sets, visit, candidates);
        fillMissing(schema, cells, rows);
        return new FeatureMatrix(schema, rows, cells);
    }

    private float[] joined(List<Instance<FeatureSet>> sets, Visit visit, CandidateTable candidates) {
        int width = visit.generation().schema().size();
        float[] cells = new float[candidates.size() * width];
        Arrays.fill(cells, Float.NaN);
        int first = 0;
        for (Instance<FeatureSet> set : sets) {
            Optional<FeatureBlock> block = block(set, visit, candidates);
            if (block.isPresent()) {
                block.get().copyTo(cells, width, first);
            }
            first += set.plugin().features().size();
        }
        return cells;
    }

    /** Each set writes to memory of its own: one that hangs may go on writing after it was given up. */
    private Optional<FeatureBlock> block(Instance<FeatureSet> set, Visit visit, CandidateTable candidates) {
        if (visit.skips(STAGE, set.name())) {
            return Optional.empty();
        }
        Optional<FeatureBlock> block = calls.call(
                visit.call(STAGE, set, deadline), () -> compute(set.plugin(), candidates), visit.journal()::leftOut);
        if (block.isPresent() && block.get().clipped() > 0) {
            calls.metrics().count(STAGE, set.name(), "clipped");
        }
        return block;
    }

    private static FeatureBlock compute(FeatureSet set, CandidateTable candidates) {
        FeatureBlock block = new FeatureBlock(set.features(), candidates.size());
        set.compute(candidates, block);
        return block;
    }

    private static void fillMissing(FeatureSchema schema, float[] cells, int rows) {
        int width = schema.size();
        for (int column = 0; column < width; column++) {
            float missing = schema.features().get(column).missing();
            if (!Float.isNaN(missing)) {
                for (int cell = column; cell < rows * width; cell += width) {
                    if (Float.isNaN(cells[cell])) {
                        cells[cell] = missing;
                    }
                }
            }
        }
    }
}
