package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorationsTest {
    private static final int PAGES = 30;

    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static ExplorationReport report;

    @BeforeAll
    static void liveAWeekWithEach() throws IOException {
        data = SyntheticData.write(directory);
        SyntheticData.publish(data);
        report = run(List.of("none", "epsilon-greedy", "plackett-luce", "thompson"));
    }

    private static ExplorationReport run(List<String> policies) {
        return new Explorations(data, SyntheticWorld.REFERENCE_TIME, line -> {})
                .run(policies, "logistic", 0, PAGES, 1, Scenario.STILL);
    }

    @Test
    void greedyPagesHaveNoDrawnCardsAndTheOthersHave() {
        for (ExplorationWeeks policy : report.policies()) {
            assertThat(policy.weeks().get(0).explored() == 0)
                    .as(policy.policy())
                    .isEqualTo(policy.policy().equals("none"));
        }
    }

    @Test
    void theOracleIsBetterOnAverageAndRegretIsWhatItIsBetterBy() {
        for (ExplorationWeeks policy : report.policies()) {
            ExplorationWeek week = policy.weeks().get(0);
            assertThat(week.regret().low()).as(policy.policy()).isPositive();
            assertThat(policy.total()).isEqualTo(week.total());
            assertThat(report.json()
                            .at("/policies/" + policy.policy() + "/weeks/0/regretSoFar")
                            .asDouble())
                    .isEqualTo(week.total());
        }
    }

    @Test
    void thePoliciesAreNotTheSame() {
        assertThat(report.policies().stream().map(ExplorationWeeks::total).distinct())
                .hasSize(4);
        assertThat(report.lines()).hasSize(2 + 4);
    }

    @Test
    void theSameSeedGivesTheSameRegret() {
        assertThat(run(List.of("thompson")).policies().get(0).total())
                .isEqualTo(report.policies().get(3).total());
    }

    @Test
    void nothingToCompareIsRefusedInOneSentence() {
        assertThatThrownBy(() -> run(List.of()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("at least one policy");
    }
}
