package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ItemHistory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededWorldTest {
    @Test
    void theSameSeedIsTheSameWorld() {
        assertThat(describe(SeededWorld.of(3))).isEqualTo(describe(SeededWorld.of(3)));
        assertThat(describe(SeededWorld.of(3))).isNotEqualTo(describe(SeededWorld.of(4)));
    }

    @Test
    void aWorldHoldsAllKindsAndUsersWithAndWithoutHistory() {
        SeededWorld world = SeededWorld.of(1);

        assertThat(world.catalog().kinds()).hasSize(4);
        assertThat(world.user(0).interactionCount()).isZero();
        assertThat(world.user(1).plays()).isPositive();
        assertThat(world.batch(1, 50).size()).isEqualTo(50);
    }

    @Test
    void anEmptyWorldHasNoCandidates() {
        SeededWorld world = SeededWorld.of(1, 0, 2);

        assertThat(world.batch(1, 10).size()).isZero();
    }

    @Test
    void aFailingCaseNamesItsSeed() {
        assertThatThrownBy(() ->
                        RandomCases.run(10, (seed, random) -> assertThat(seed).isLessThan(4)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 4");
    }

    private static List<Object> describe(SeededWorld world) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < world.catalog().size(); i++) {
            all.add(world.catalog().item(i));
            all.add(world.catalog().statistics().plays(i));
        }
        world.users()
                .forEach(user -> all.addAll(
                        user.histories().stream().map(ItemHistory::toString).toList()));
        CandidateBatch batch = world.batch(1, 20);
        for (int i = 0; i < batch.size(); i++) {
            all.add(batch.item(i).id() + batch.recallScore(i));
        }
        return all;
    }
}
