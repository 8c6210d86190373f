package io.shelfwright.learning.validation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.learning.TestPages;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What held for the pages before and holds no longer for the latest is found, and what still holds is not. */
class HistoryChecksTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            FeatureDeclaration.of("user.plays", "Plays.", "plays", 0, 10_000),
            FeatureDeclaration.of("user_item.match", "Match.", "share", 0, 1),
            FeatureDeclaration.of("user_item.cosine", "Cosine.", "share", 0, 1),
            FeatureDeclaration.of("popularity.rank", "Rank.", "share", 0, 1)));
    private static final int PAGES = 1_000;
    private static final int LATEST = 800;
    private static final int LISTENERS = 20;

    /** Gives pages of one card each; what a listener does is one play after each. */
    private static List<Finding> found(HistoryCheck check, IntFunction<float[]> row) {
        for (int n = 0; n < PAGES; n++) {
            Instant at = TestPages.AT.plus(Duration.ofMinutes(n));
            String user = "u" + n % LISTENERS;
            if (check instanceof StandingStill still) {
                still.interaction(Interaction.of(user, InteractionType.PLAY, "i")
                        .withId("play-" + n)
                        .at(at.plusSeconds(30)));
            }
        }
        for (int n = 0; n < PAGES; n++) {
            Instant at = TestPages.AT.plus(Duration.ofMinutes(n));
            check.page(
                    TestPages.page(
                            "u" + n % LISTENERS,
                            "r" + n,
                            at,
                            SCHEMA.fingerprint(),
                            List.of(TestPages.slot("i" + n % 37, row.apply(n)))),
                    n >= LATEST);
        }
        return check.findings();
    }

    /** Plays grow, a fifth of the cards has neither match nor cosine, the rank belongs to the item. */
    private static float[] sound(int n) {
        float match = n % 5 == 0 ? Float.NaN : 0.5f;
        return new float[] {(float) (n / LISTENERS), match, match, n % 37 / 37f};
    }

    @Test
    void soundPagesHaveNoFinding() {
        assertThat(found(new StandingStill(SCHEMA), HistoryChecksTest::sound)).isEmpty();
        assertThat(found(new MissingTogether(SCHEMA), HistoryChecksTest::sound)).isEmpty();
        assertThat(found(new ItemConstants(SCHEMA), HistoryChecksTest::sound)).isEmpty();
    }

    @Test
    void aFeatureThatNoLongerFollowsWhatTheListenerDoesLags() {
        List<Finding> findings = found(new StandingStill(SCHEMA), n -> {
            float[] row = sound(n);
            row[0] = sound(Math.min(n, LATEST))[0];
            return row;
        });

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(AnomalyType.FEATURE_STANDS_STILL);
            assertThat(finding.feature()).isEqualTo("user.plays");
        });
    }

    @Test
    void aFeatureThatIsMissingAloneIsFoundAndOneThatWasMissingWithAnotherMayBeMissingMoreOften() {
        List<Finding> findings = found(new MissingTogether(SCHEMA), n -> {
            float[] row = sound(n);
            row[1] = n >= LATEST && n % 3 == 0 ? Float.NaN : row[1];
            return row;
        });
        List<Finding> both = found(new MissingTogether(SCHEMA), n -> {
            float[] row = sound(n);
            row[1] = n >= LATEST && n % 3 == 0 ? Float.NaN : row[1];
            row[2] = row[1];
            return row;
        });

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(AnomalyType.MISSING_SHARE_HIGH);
            assertThat(finding.feature()).isEqualTo("user_item.match");
            assertThat(finding.message()).contains("where user_item.cosine is not");
        });
        assertThat(both).isEmpty();
    }

    @Test
    void aFeatureThatWasNeverMissingIsFoundMissing() {
        assertThat(found(new MissingTogether(SCHEMA), n -> {
                    float[] row = sound(n);
                    row[3] = n >= LATEST && n % 3 == 0 ? Float.NaN : row[3];
                    return row;
                }))
                .extracting(Finding::feature)
                .containsExactly("popularity.rank");
    }

    @Test
    void aFeatureOfTheItemThatIsComputedInAnotherWayIsFound() {
        assertThat(found(new ItemConstants(SCHEMA), n -> {
                    float[] row = sound(n);
                    row[3] = n >= LATEST ? (float) Math.sqrt(row[3]) : row[3];
                    return row;
                }))
                .extracting(Finding::type, Finding::feature)
                .containsExactly(tuple(AnomalyType.FEATURE_REDEFINED, "popularity.rank"));
    }
}
