package io.shelfwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tries each set-up once in a small size, so that a benchmark does not rot between two measurements. */
class BenchmarkSetupTest {
    @Test
    void aWholePageIsBuiltByTheRankerThatIsMeasured() {
        HomeBenchmark benchmark = new HomeBenchmark();
        benchmark.candidates = 80;
        benchmark.ranker = "logistic";
        benchmark.setUp(600, 12, 60);
        try {
            HomePage page = benchmark.home();
            assertThat(page.ranker()).isEqualTo("logistic");
            assertThat(page.degradations()).isEmpty();
            assertThat(page.cardCount()).isGreaterThan(20);
        } finally {
            benchmark.close();
        }
    }

    @Test
    void everyCallOfTheWholePageIsAnotherRequest() {
        HomeBenchmark benchmark = new HomeBenchmark();
        benchmark.candidates = 80;
        benchmark.ranker = "prior";
        benchmark.setUp(600, 12, 60);
        try {
            assertThat(benchmark.home().at()).isNotEqualTo(benchmark.home().at());
        } finally {
            benchmark.close();
        }
    }

    @Test
    void searchIsWorthNoLessThanTheFastPathAndTheFastPathNoLessThanTopDown() {
        double fast = packer().auction().value();
        assertThat(packer().auctionWithSearch().value()).isGreaterThanOrEqualTo(fast);
        assertThat(packer().topDown().value()).isLessThanOrEqualTo(fast);
    }

    @Test
    void aPlayChangesTheUsersVector() throws IOException {
        TasteUpdateBenchmark benchmark = new TasteUpdateBenchmark();
        benchmark.dimension = 8;
        benchmark.makeUser();

        assertThat(benchmark.updateAndVector().items()).isEqualTo(101);
        assertThat(benchmark.all().vector("collaborative").orElseThrow().items())
                .isEqualTo(100);
    }

    @Test
    void searchesAndNextPagesAreMeasured() throws IOException {
        VectorSearchReport.main(new String[] {"3000", "8", "4", "degree=8"});
        NextPageReport.main(new String[] {"2", "600"});
    }

    private static PackerBenchmark packer() {
        PackerBenchmark benchmark = new PackerBenchmark();
        benchmark.size = "12x25-5x6";
        benchmark.generate();
        return benchmark;
    }
}
