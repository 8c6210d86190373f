package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Ranker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreParityTest {
    private static final int PAGES = 20;

    @TempDir
    Path directory;

    @Test
    void whatWasServedIsWhatIsLoggedAndOneFlippedBitIsFound() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(6, 200, 4, true, 1));
        PluginRegistry plugins = world.plugins();
        LearningRequest request = world.request("trees", "trees = 20, depth = 3");
        assertThat(new LearningLoop(plugins).learn(request).reasons()).isEmpty();

        TestPages.log(world.experience(), served(world, plugins, request, false), List.of());
        ScoreParityReport same = new ScoreParity(plugins).check(request, "000002");
        assertThat(same.equal()).isTrue();
        assertThat(same.pages()).isEqualTo(PAGES);
        assertThat(same.otherPages()).isEqualTo(800);
        assertThat(same.rows()).isEqualTo(PAGES * SyntheticLog.SLOTS);

        TestPages.log(world.experience(), served(world, plugins, request, true), List.of());
        ScoreParityReport changed = new ScoreParity(plugins).check(request, "000002");
        assertThat(changed.equal()).isFalse();
        assertThat(changed.mismatches()).isEqualTo(1);
        LearningReport refused = new LearningLoop(plugins).learn(request);
        assertThat(refused.reasons())
                .singleElement()
                .asString()
                .contains("of 40 pages, 1 have other scores now than when they were served");
        assertThat(changed.examples())
                .singleElement()
                .asString()
                .contains("logged")
                .contains("now");
    }

    @Test
    void nothingComparedIsNotEqual() {
        assertThat(new ScoreParityReport(0, 3, 0, 0, List.of()).equal()).isFalse();
    }

    private static List<PageRecord> served(
            LearningWorld world, PluginRegistry plugins, LearningRequest request, boolean flipped) {
        List<PageRecord> pages = new ArrayList<>();
        var snapshot = world.snapshots.open("000002");
        ModelContext context = new ModelContext("trees", snapshot, TestFeatures.SCHEMA, Path.of(""), snapshot::model);
        boolean flip = flipped;
        try (Ranker ranker =
                Bindings.of(plugins, request).ranker().create(context).plugin()) {
            for (PageRecord page : new SyntheticLog(8, PAGES, 1, true, 1).pages) {
                List<SlotRecord> slots = new ArrayList<>();
                for (SlotRecord slot : page.slots()) {
                    float[] logits = new float[ranker.objectives().size()];
                    ranker.score(new FeatureMatrix(TestFeatures.SCHEMA, 1, slot.features()), logits);
                    if (flip) {
                        logits[0] = Math.nextUp(logits[0]);
                        flip = false;
                    }
                    slots.add(withLogits(slot, logits));
                }
                pages.add(TestPages.page(
                        page.page().userId(),
                        page.page().requestId(),
                        page.page().at(),
                        page.schemaFingerprint(),
                        "trees",
                        "000002",
                        slots));
            }
        }
        return pages;
    }

    private static SlotRecord withLogits(SlotRecord slot, float[] logits) {
        return new SlotRecord(
                slot.row(),
                slot.column(),
                slot.shelfId(),
                slot.shelfKind(),
                slot.itemId(),
                slot.generator(),
                slot.features(),
                logits,
                slot.score(),
                slot.utility(),
                slot.examination(),
                slot.propensity(),
                slot.propensityValid(),
                slot.supportSize(),
                slot.explored());
    }
}
