package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Evidence;
import org.junit.jupiter.api.Test;

class TestCandidatesTest {
    private final TestCatalog catalog = TestCatalog.builder().album("a", "x").build();
    private final TestCandidates candidates =
            TestCandidates.of(catalog, TestUser.of("u").build(catalog));

    @Test
    void twoProposalsForOneShelfAreOneCandidateBestFirst() {
        CandidateBatch batch = candidates
                .add("a", TestShelves.shelf("s"), "weak", 0.2, Evidence.of("w", "weak"))
                .add("a", TestShelves.shelf("s"), "strong", 0.9, Evidence.of("s", "strong"))
                .add("a", TestShelves.shelf("t"))
                .build();

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.generator(0)).isEqualTo("strong");
        assertThat(batch.recallScore(0)).isEqualTo(0.9);
        assertThat(batch.proposalCount(0)).isEqualTo(2);
        assertThat(batch.evidence(0)).extracting(Evidence::code).containsExactly("s", "w");
        assertThat(batch.shelf(1).id()).isEqualTo("t");
    }

    @Test
    void anUnknownItemIsRefused() {
        assertThatThrownBy(() -> candidates.add("zzz", TestShelves.shelf("s"))).hasMessageContaining("zzz");
    }
}
