package io.shelfwright.learning;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Replays logged feature rows through the ranker that scored them and compares the logits bit for bit.
 *
 * <p>A difference means that what is served is not what is logged, so that a model trained on the log learns another
 * world. Thread-safe.
 */
public final class ScoreParity {
    private final PluginRegistry plugins;

    public ScoreParity(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /**
     * Compares all pages that the request's ranker scored from one snapshot.
     *
     * @param request names ranker, settings, log and snapshots; its trainer's settings and seed do not matter
     * @param version version of the snapshot
     * @throws io.shelfwright.api.PluginException if the snapshot holds no such model
     */
    public ScoreParityReport check(LearningRequest request, String version) {
        Bindings bindings = Bindings.of(plugins, request);
        Snapshot snapshot = request.snapshots().open(version);
        FeatureSchema running = bindings.schema(snapshot, request.baseDirectory());
        ModelContext context =
                new ModelContext(request.ranker(), snapshot, running, request.baseDirectory(), snapshot::model);
        try (Ranker ranker = bindings.ranker().create(context).plugin()) {
            Comparison comparison = new Comparison(ranker, ranker.trainedOn().orElse(running));
            new ExperienceLogReader(request.experience()).pages(page -> {
                if (page.page().ranker().equals(request.ranker())
                        && page.page().snapshot().equals(version)
                        && page.schemaFingerprint().equals(comparison.schema.fingerprint())) {
                    comparison.add(page);
                } else {
                    comparison.otherPages++;
                }
            });
            return comparison.report();
        }
    }

    private static final class Comparison {
        private static final int MOST_EXAMPLES = 5;

        private final Ranker ranker;
        private final FeatureSchema schema;
        private final List<String> examples = new ArrayList<>();
        private int pages;
        private int otherPages;
        private int rows;
        private int mismatches;

        Comparison(Ranker ranker, FeatureSchema schema) {
            this.ranker = ranker;
            this.schema = schema;
        }

        void add(PageRecord page) {
            pages++;
            for (SlotRecord slot : page.slots()) {
                rows++;
                float[] features = slot.features();
                float[] logged = slot.logits();
                float[] again = new float[ranker.objectives().size()];
                boolean scored = features.length == schema.size();
                if (scored) {
                    ranker.score(new FeatureMatrix(schema, 1, features), again);
                }
                if (!scored || !sameBits(logged, again)) {
                    mismatch(page, slot, logged, again);
                }
            }
        }

        private void mismatch(PageRecord page, SlotRecord slot, float[] logged, float[] again) {
            mismatches++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add("request " + page.page().requestId() + ", item " + slot.itemId() + ": logged "
                        + Arrays.toString(logged) + ", now " + Arrays.toString(again));
            }
        }

        private static boolean sameBits(float[] logged, float[] again) {
            boolean same = logged.length == again.length;
            for (int i = 0; same && i < logged.length; i++) {
                same = Float.floatToRawIntBits(logged[i]) == Float.floatToRawIntBits(again[i]);
            }
            return same;
        }

        ScoreParityReport report() {
            return new ScoreParityReport(pages, otherPages, rows, mismatches, examples);
        }
    }
}
