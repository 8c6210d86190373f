package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every feature set keeps to, whatever it computes; extend it and make an instance.
 *
 * <p>Checked on batches of seeded synthetic worlds. A failure names the seed or the case.
 */
public abstract class FeatureSetContract {
    /** A whole number of weeks, so that hours and weekdays stay. */
    private static final Duration SHIFT = Duration.ofDays(52 * 7);

    private final BatchProperties<FeatureSet> properties =
            new BatchProperties<>(this::featureSet, (features, batch) -> TestColumns.of(features, batch)
                    .marks(batch));

    /** Makes the instance under test. */
    protected abstract FeatureSet featureSet(InstanceContext context);

    /**
     * Returns names of features that combine several facts, and so have a value although one of these is unknown; none.
     */
    protected Set<String> combined() {
        return Set.of();
    }

    /** Returns names of features that depend on the date itself, such as the month; none. */
    protected Set<String> ofTheDate() {
        return Set.of();
    }

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void theSameFeaturesAreDeclaredAtEveryCallEachNameOnce() {
        FeatureSet features = properties.make(ContractWorlds.of(0).catalog());
        List<FeatureDeclaration> declared = features.features();
        assertThat(declared).isNotEmpty();
        assertThat(declared).extracting(FeatureDeclaration::name).doesNotHaveDuplicates();
        assertThat(declared).extracting(FeatureDeclaration::description).noneMatch(String::isBlank);
        TestColumns.of(features, ContractWorlds.of(0).batch(1, 10));
        assertThat(features.features()).isEqualTo(declared);
        FeatureSet other = properties.make(ContractWorlds.of(0).catalog());
        assertThat(new FeatureSchema(other.features())).isEqualTo(new FeatureSchema(declared));
    }

    @Test
    void everyValueLiesInItsDeclaredRange() {
        properties.inWorlds((features, batch, random) -> {
            TestColumns columns = TestColumns.of(features, batch);
            for (int feature = 0; feature < columns.schema().size(); feature++) {
                FeatureDeclaration declared = columns.schema().features().get(feature);
                for (int candidate = 0; candidate < batch.size(); candidate++) {
                    double value = columns.value(candidate, feature);
                    boolean fits =
                            Double.isNaN(value) || ((float) value >= declared.min() && (float) value <= declared.max());
                    assertThat(fits)
                            .as("%s of %s is %s", declared.name(), BatchViews.key(batch, candidate), value)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void onlyCandidatesAndFeaturesThatAreThereAreWritten() {
        properties.inWorlds((features, batch, random) ->
                assertThat(TestColumns.of(features, batch).strays()).isEmpty());
    }

    @Test
    void aCandidatesValuesDependNeitherOnItsPlaceNorOnOtherCandidates() {
        properties.doNotDependOnOtherCandidates();
    }

    @Test
    void anyInstanceComputesTheSame() {
        properties.areTheSameFromAnyInstance();
    }

    @Test
    void fourThreadsAtOnceComputeTheSame() {
        properties.areTheSameInFourThreads();
    }

    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        properties.doNotDependOnTheOrderOfTheCatalog();
    }

    @Test
    void whatIsUnknownIsMissingAndNotANumber() {
        for (UnknownFact fact : UnknownFact.values()) {
            NamedCase.run(fact.name(), () -> {
                TestColumns one = computed(fact.oneWay());
                TestColumns other = computed(fact.otherWay());
                TestColumns unknown = computed(fact.unknown());
                for (FeatureDeclaration feature : one.schema().features()) {
                    String name = feature.name();
                    boolean tells =
                            one.value(0, name) < other.value(0, name) || one.value(0, name) > other.value(0, name);
                    if (tells && !combined().contains(name)) {
                        assertThat(unknown.value(0, name))
                                .as(name + " tells " + fact + ", and is a number where that is unknown")
                                .isNaN();
                    }
                }
            });
        }
    }

    @Test
    void onlyTheTimeOfTheRequestIsNow() {
        TestColumns now = computed(new FactWorld(TestRequests.AT));
        TestColumns later = computed(new FactWorld(TestRequests.AT.plus(SHIFT)));
        for (FeatureDeclaration feature : now.schema().features()) {
            if (!ofTheDate().contains(feature.name())) {
                assertThat(later.value(0, feature.name()))
                        .as(feature.name() + " where request, history and catalog are all " + SHIFT.toDays()
                                + " days later")
                        .isEqualTo(Double.valueOf(now.value(0, feature.name())));
            }
        }
    }

    @Test
    void anEmptyBatchAnUnknownUserAndOddRequestsAreNoTrouble() {
        properties.bearOddInput(marks -> {});
    }

    @Test
    void nothingThatIsGivenIsChanged() {
        properties.changeNothingThatIsGiven();
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        properties.keepNothing(mayKeep());
    }

    private TestColumns computed(FactWorld world) {
        CandidateBatch batch = world.batch();
        return TestColumns.of(properties.make(batch.catalog()), batch);
    }
}
