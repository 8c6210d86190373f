package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.training.TestSettings;
import io.shelfwright.learning.training.WeightedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world in which the old ranker sorted its pages by what listeners like less, and nobody logged what was seen. */
class PositionBiasTest {
    @TempDir
    Path directory;

    private LearningWorld world;
    private final Dataset logged = BiasedWorld.pages(1, 3000);

    private enum Correction {
        NONE,
        INVERSE_EXAMINATION,
        INPUT
    }

    @BeforeEach
    void make() {
        world = new LearningWorld(directory, new SyntheticLog(1, 1, 1, true, 1));
    }

    @Test
    void theLogisticTrainerRecoversTheOrderThatTheNaiveFitGetsWrong() throws IOException {
        recovers("logistic", "");
    }

    @Test
    void theTreesRecoverTheOrderThatTheNaiveFitGetsWrong() throws IOException {
        recovers("trees", "trees = 60, depth = 3, learning-rate = 0.2, min-child-weight = 10");
    }

    @Test
    void theNetworkRecoversTheOrderThatTheNaiveFitGetsWrong() throws IOException {
        recovers("neural", "hidden = [8], epochs = 4, feature-dropout = 0, learning-rate = 0.01");
    }

    private void recovers(String ranker, String settings) throws IOException {
        Map<Correction, Double> right = new EnumMap<>(Correction.class);
        for (Correction correction : Correction.values()) {
            right.put(correction, rightPairs(ranker, settings, correction));
        }
        assertThat(right.get(Correction.NONE)).as("%s", right).isLessThan(0.65);
        assertThat(right.get(Correction.INVERSE_EXAMINATION)).as("%s", right).isGreaterThan(0.8);
        assertThat(right.get(Correction.INPUT)).as("%s", right).isGreaterThan(0.8);
    }

    /** Returns the share of pairs of fresh cards that a model orders as their true relevance does. */
    private double rightPairs(String ranker, String settings, Correction correction) throws IOException {
        String written = correction.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        LearningRequest plain = world.request(ranker, settings);
        LearningRequest request =
                plain.rules(plain.rules().withTraining(TestSettings.of("position-correction = " + written)));
        Path model = Files.createDirectory(directory.resolve(ranker + written));
        Bindings bindings = Bindings.of(world.plugins(), request);
        WeightedRows rows = WeightedRows.of(logged, request.rules().training());
        new ModelTraining(world.plugins(), request, bindings, world.snapshots.open()).train(rows, model);
        Dataset fresh = BiasedWorld.cards(2, 400);
        int[] all = new int[fresh.size()];
        java.util.Arrays.setAll(all, i -> i);
        ScoredRows scored =
                new ModelFit(request, bindings, world.snapshots.open(), fresh.schema()).score(model, fresh, all);
        int concordant = 0;
        int pairs = 0;
        for (int one = 0; one < all.length; one++) {
            for (int other = 0; other < one; other++) {
                double truth = BiasedWorld.truth(fresh.row(one).features())
                        - BiasedWorld.truth(fresh.row(other).features());
                concordant += truth * (scored.logit(one, 0) - scored.logit(other, 0)) > 0 ? 1 : 0;
                pairs++;
            }
        }
        return concordant / (double) pairs;
    }
}
