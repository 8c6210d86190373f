package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.whatif.WhatIfReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCoverageTest {
    /** {@code -Dshelfwright.whatif.runs=100} measures what docs/off-policy.md says. */
    private static final int RUNS = Integer.getInteger("shelfwright.whatif.runs", 2);

    private static final int PAGES = Integer.getInteger("shelfwright.whatif.pages", 220);

    private static final String LOGGING = """
            page { rows = 5, columns = 6 }
            exploration {
              policy { factory = plackett-luce, temperature = 0.7, epsilon = 0.2, session-budget = 1000, user-budget = 1000 }
              slots = 14
            }
            """;

    private static final String CHANGED = """
            exploration {
              policy { factory = plackett-luce, temperature = 0.2, epsilon = 0.05, session-budget = 1000, user-budget = 1000 }
              slots = 6
            }
            rules { scores = [{ factory = age-decay, shelf-kinds = [fresh] }, fatigue, negative-feedback] }
            """;

    @TempDir
    Path directory;

    @Test
    void theIntervalOfAChangedConfigurationHoldsTheTruth() throws IOException {
        SimulationWorld world = SyntheticData.world(SyntheticData.write(directory), 1);
        WhatIfCoverage coverage = new WhatIfCoverage(world, LOGGING);
        int seeds = RUNS < 10 ? 1 : 4;
        double truth = coverage.truth(CHANGED, seeds);
        double before = coverage.truth("", seeds);
        Map<String, Integer> covered = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            WhatIfReport report = coverage.run(CHANGED, PAGES, run);
            report.estimates().forEach((name, estimate) -> covered.merge(name, holds(estimate, truth), Integer::sum));
            covered.merge("difference", holds(report.difference(), truth - before), Integer::sum);
            assertThat(report.refusals()).isEmpty();
            assertThat(report.leftOut()).isEmpty();
        }
        if (RUNS >= 100) {
            System.out.println("truth " + truth + ", as logged " + before + ", of " + RUNS + " covered " + covered);
        }
        int least = RUNS >= 100 ? RUNS * 90 / 100 : RUNS / 2;
        int most = RUNS >= 100 ? RUNS * 99 / 100 : RUNS;
        for (String name : List.of("SNIPW", "DR", "SNDR", "difference")) {
            assertThat(covered.get(name))
                    .as("runs whose interval of %s holds the truth", name)
                    .isBetween(least, most);
        }
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }
}
