package io.shelfwright.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How near to the upper bound the pages come. */
class PackingQualityTest {
    /** About what 12 ms allow on one core for 40 shelves of 100 candidates. */
    private static final long STEPS = 60;

    private final AuctionPagePacker packer = new AuctionPagePacker();

    private record Ratios(double mean, double worst) {
        static Ratios of(List<Double> ratios) {
            return new Ratios(
                    ratios.stream().mapToDouble(x -> x).average().orElseThrow(),
                    ratios.stream().mapToDouble(x -> x).min().orElseThrow());
        }
    }

    private static Ratios ratios(List<Path> files, ToDoubleFunction<PackingInstance> ratio) {
        return Ratios.of(files.stream()
                .map(f -> ratio.applyAsDouble(PackingInstance.read(f)))
                .toList());
    }

    private double valid(PackingProblem problem, long steps) {
        Packing page = packer.pack(problem, PackingBudget.steps(steps));
        assertThat(PackingValidator.violations(problem, page)).isEmpty();
        return page.value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x25", "40x100"})
    void theFastPathComesNearTheReferenceBound(String set) {
        Ratios ratios = ratios(
                SharedInstances.files(set),
                i -> valid(i.problem(), 0) / i.referenceBound().orElseThrow());
        assertThat(ratios.mean()).isGreaterThanOrEqualTo(0.98);
        assertThat(ratios.worst()).isGreaterThanOrEqualTo(0.94);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x25", "40x100"})
    void twelveMillisecondsOfSearchComeVeryNearTheReferenceBound(String set) {
        Ratios ratios = ratios(
                SharedInstances.files(set),
                i -> valid(i.problem(), STEPS) / i.referenceBound().orElseThrow());
        assertThat(ratios.mean()).isGreaterThanOrEqualTo(0.998);
        assertThat(ratios.worst()).isGreaterThanOrEqualTo(0.994);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x25", "40x100"})
    void theBoundIsAsSharpAsTheReference(String set) {
        Ratios ratios = ratios(
                SharedInstances.files(set), i -> i.referenceBound().orElseThrow() / PackingBound.of(i.problem()));
        assertThat(ratios.mean()).isGreaterThan(0.9995);
        assertThat(ratios.worst()).isGreaterThan(0.998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x25"})
    void theBoundIsNeverBelowAProvenOptimum(String set) {
        for (Path file : SharedInstances.files(set)) {
            PackingInstance instance = PackingInstance.read(file);
            assertThat(PackingBound.of(instance.problem()))
                    .as(file.getFileName().toString())
                    .isGreaterThanOrEqualTo(instance.bestKnown().orElseThrow() * (1 - 1e-9));
        }
    }

    @Test
    void unseenSyntheticHomePagesArePackedAsWell() {
        assertQuality(SyntheticProblems::small, 0, 0.98, 0.94);
        assertQuality(SyntheticProblems::large, 0, 0.98, 0.96);
        assertQuality(SyntheticProblems::small, STEPS, 0.998, 0.985);
        assertQuality(SyntheticProblems::large, STEPS, 0.997, 0.99);
    }

    private void assertQuality(LongFunction<PackingProblem> shape, long steps, double mean, double worst) {
        List<Double> ratios = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            PackingProblem problem = shape.apply(seed);
            double value = valid(problem, steps);
            ratios.add(value / PackingBound.of(problem, value));
        }
        assertThat(Ratios.of(ratios).mean()).as("mean with %s steps", steps).isGreaterThanOrEqualTo(mean);
        assertThat(Ratios.of(ratios).worst()).as("worst with %s steps", steps).isGreaterThanOrEqualTo(worst);
    }
}
