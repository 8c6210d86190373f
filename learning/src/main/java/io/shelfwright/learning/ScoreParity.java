package io.shelfwright.learning;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
        return check(request, request.snapshots(), version, comparison -> {
            var unused = new ExperienceLogReader(request.experience()).pages(comparison::offer);
        });
    }

    /**
     * Compares the newest pages that the request's ranker scored, those of one snapshot.
     *
     * @param snapshots that the pages were built from
     * @param wanted which pages of the log to take
     * @param mostPages pages to compare at most, at least 1
     */
    ScoreParityReport newest(
            LearningRequest request, SnapshotStore snapshots, Predicate<PageRecord> wanted, int mostPages) {
        Set<String> kept = new HashSet<>(snapshots.versions());
        Deque<PageRecord> pages = new ArrayDeque<>();
        new ExperienceLogReader(request.experience()).pages(page -> {
            String version = page.page().snapshot();
            if (page.page().ranker().equals(request.ranker()) && kept.contains(version) && wanted.test(page)) {
                if (!pages.isEmpty() && !pages.getLast().page().snapshot().equals(version)) {
                    pages.clear();
                }
                pages.add(page);
                if (pages.size() > mostPages) {
                    pages.remove();
                }
            }
        });
        return pages.isEmpty()
                ? new ScoreParityReport(0, 0, 0, 0, List.of())
                : check(
                        request,
                        snapshots,
                        pages.getLast().page().snapshot(),
                        comparison -> pages.forEach(comparison::offer));
    }

    private ScoreParityReport check(
            LearningRequest request, SnapshotStore snapshots, String version, Consumer<Comparison> pages) {
        Bindings bindings = Bindings.of(plugins, request);
        Snapshot snapshot = snapshots.open(version);
        FeatureSchema running = bindings.schema(snapshot, request.baseDirectory());
        ModelContext context =
                new ModelContext(request.ranker(), snapshot, running, request.baseDirectory(), snapshot::model);
        try (Ranker ranker = bindings.ranker().create(context).plugin()) {
            Comparison comparison = new Comparison(
                    request.ranker(), version, ranker, ranker.trainedOn().orElse(running));
            pages.accept(comparison);
            return comparison.report();
        }
    }

    private static final class Comparison {
        private static final int MOST_EXAMPLES = 5;

        private final String name;
        private final String version;
        private final Ranker ranker;
        private final FeatureSchema schema;
        private final List<String> examples = new ArrayList<>();
        private int pages;
        private int otherPages;
        private int rows;
        private int mismatches;

        Comparison(String name, String version, Ranker ranker, FeatureSchema schema) {
            this.name = name;
            this.version = version;
            this.ranker = ranker;
            this.schema = schema;
        }

        void offer(PageRecord page) {
            if (page.page().ranker().equals(name)
                    && page.page().snapshot().equals(version)
                    && page.schemaFingerprint().equals(schema.fingerprint())) {
                add(page);
            } else {
                otherPages++;
            }
        }

        private void add(PageRecord page) {
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
