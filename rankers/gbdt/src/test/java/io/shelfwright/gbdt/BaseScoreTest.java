package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseScoreTest {
    @TempDir
    Path directory;

    @Test
    void xgboostStartsFromTheSameBits() {
        SyntheticRows data = SyntheticRows.of(20, 2, 0, 1);
        RandomCases.run(100, (seed, random) -> {
            String score = Float.toString(BaseScore.near(random.nextDouble(0.001, 0.9)));
            Map<String, Object> stump = Map.of("base_score", score, "min_child_weight", 1e6);
            try (XgboostPeer peer = XgboostPeer.train(data, 1, stump)) {
                float[] margins = new float[20];
                new JavaTreeScorer(BoosterFile.read(peer.save(directory), 2))
                        .score(data.values(), 20, 2, margins, 0, 1);
                assertThat(margins).isEqualTo(peer.margins(data.values(), 20, 2));
            }
        });
    }

    @Test
    void aScoreNearAProbabilityIsHardlyAnotherProbability() {
        RandomCases.run(200, (seed, random) -> {
            double probability = random.nextDouble(0.0001, 0.999);
            assertThat((double) BaseScore.near(probability)).isCloseTo(probability, within(probability * 1e-4));
        });
    }

    @Test
    void logOddsOfAScoreNearAProbabilityAreFarFromWhereRoundingCouldDiffer() {
        RandomCases.run(200, (seed, random) -> {
            float score = BaseScore.near(random.nextDouble(0.0001, 0.999));
            double exact = -Math.log(1f / score - 1f);
            // A logarithm that errs by a quarter of a step still gives the same float.
            double step = Math.ulp(BaseScore.margin(score));
            assertThat((float) (exact + step / 4)).isEqualTo(BaseScore.margin(score));
            assertThat((float) (exact - step / 4)).isEqualTo(BaseScore.margin(score));
        });
    }

    @Test
    void certaintiesAreKeptAwayFrom() {
        assertThat(BaseScore.near(0)).isBetween(1e-7f, 1e-5f);
        assertThat(BaseScore.near(1)).isBetween(0.999f, 0.99999f);
    }
}
