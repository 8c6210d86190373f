package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an instance throws costs only itself: the page is the one without it, says so, and it is counted. */
class ThrownErrorsTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).metrics(new CountingMetrics(counts));
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** An exception that cannot even be described. */
    private static final class Indescribable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message either");
        }
    }

    private static final Map<String, Supplier<Throwable>> THROWN = Map.of(
            "exception", () -> new IllegalStateException("broken"),
            "stack", () -> new StackOverflowError("deep"),
            "memory", () -> new OutOfMemoryError("made by hand"),
            "linkage", () -> new NoClassDefFoundError("com/example/Gone"),
            "assertion", () -> new AssertionError("never"),
            "indescribable", Indescribable::new,
            "endless", () -> new IllegalStateException("x".repeat(100_000)));

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String kind : List.of(
                "generator",
                "shelves",
                "feature",
                "ranker",
                "filter",
                "score",
                "placement",
                "policy",
                "packer",
                "examination")) {
            THROWN.keySet().stream().sorted().forEach(thrown -> cases.add(Arguments.of(kind, thrown)));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void costsOnlyTheInstanceThatThrowsIt(String kind, String thrown, @TempDir Path elsewhere) throws Exception {
        Supplier<Throwable> error = Objects.requireNonNull(THROWN.get(thrown));
        String told = broken(kind, error);

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly(told);
        assertThat(page.degradations().get(0).message()).hasSizeLessThan(2_000);
        assertThat(counts).containsKey(told);
        if (!kind.equals("ranker") && !kind.equals("packer") && !kind.equals("examination")) {
            PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
        }
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    private String broken(String kind, Supplier<Throwable> error) {
        switch (kind) {
            case "generator" -> world.plugin.generator("other", request -> raise(error));
            case "shelves" ->
                world.plugin.generator("other", new CandidateGenerator() {
                    @Override
                    public List<Proposal> propose(RecallRequest request) {
                        return List.of();
                    }

                    @Override
                    public List<ShelfSpec> shelves(RecallRequest request) {
                        return raise(error);
                    }
                });
            case "feature" -> {
                world.plugin.features("broken", Scripts.features(List.of("test.a"), (batch, columns) -> raise(error)));
                world.config("features = [tiny, broken]");
            }
            case "ranker" -> world.plugin.ranker("main", context -> Scripts.ranker((rows, logits) -> raise(error)));
            case "filter" ->
                world.config("rules.filters = [broken]").plugin.filter("broken", (batch, drops) -> raise(error));
            case "score" ->
                world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> raise(error));
            case "placement" ->
                world.config("rules.placements = [broken]")
                        .plugin
                        .placement(
                                "broken", Scripts.placement(2, (prefix, slot, item) -> Scripts.<Double>raise(error)));
            case "policy" ->
                world.config("exploration { policy = broken, slots = 3, first-position = 2, last-position = 19 }")
                        .plugin
                        .policy("broken", (feasible, random) -> raise(error));
            case "packer" ->
                world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> raise(error));
            default ->
                world.config("packing.examination = broken")
                        .plugin
                        .examination("broken", (device, row, column) -> Scripts.<Double>raise(error));
        }
        return switch (kind) {
            case "generator", "shelves" -> "recall/other/failed";
            case "feature" -> "features/broken/failed";
            case "ranker" -> "ranking/main/failed";
            case "filter" -> "eligibility/broken/failed";
            case "score" -> "ranking/broken/failed";
            case "placement" -> "placement/broken/failed";
            case "policy" -> "exploration/broken/failed";
            default -> "packing/broken/failed";
        };
    }

    private static <T> T raise(Supplier<Throwable> error) {
        return Scripts.raise(error);
    }
}
