package io.shelfwright.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A generated project of each kind, and the examples: built, their contract tests passed, and dropped into an engine. */
@ExtendWith(InWorkshop.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the builds are started by a POSIX shell")
class ProjectsOnAPageTest {
    private static final List<String> KINDS =
            List.of("generator", "ranker", "score-rule", "filter-rule", "placement-rule", "feature-set");
    private static final List<String> EXAMPLES = List.of("time-of-day", "csv-weights", "quiet-hours");
    private static final List<Path> GENERATED = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeAll
    static void buildThemAll(Workshop workshop) throws Exception {
        Path projects = Files.createDirectory(workshop.directory().resolve("projects"));
        List<String> modules = new ArrayList<>();
        StringBuilder commands = new StringBuilder();
        for (String kind : KINDS) {
            String name = "my-" + kind;
            commands.append(
                    "./shelfwright plugins new --kind " + kind + " --name " + name + " ../projects/" + name + "\n");
            GENERATED.add(projects.resolve(name + "/target/" + name + "-1.0.0.jar"));
            modules.add(name);
        }
        workshop.run(workshop.checkout(), commands.toString());
        EXAMPLES.forEach(example -> modules.add("../checkout/examples/" + example));
        Files.writeString(projects.resolve("pom.xml"), aggregator(modules));
        workshop.run(projects, "mvn -q package");
    }

    @Test
    void everyKindOfGeneratedProjectShowsOnAPage() throws IOException {
        String config = """
                page { rows = 2, columns = 6 }
                shelves = [
                  { id = mine, title = Mine, generators = [my-generator] }
                  { id = popular, title = Popular, generators = [popular] }
                ]
                generators = [ my-generator, { name = popular, factory = heuristics, strategy = popular-now } ]
                features = [ standard, my-feature-set ]
                ranking { ladder = [
                  { factory = my-ranker, weights { "popularity.rank" = 2, "custom.title_length" = 0.01 } }
                ] }
                rules {
                  filters = [ { factory = my-filter-rule, genres = [polka] } ]
                  scores = [ { factory = my-score-rule, genres = [jazz], factor = 2 } ]
                  placements = [ { factory = my-placement-rule, window = 6 } ]
                }
                """;
        try (Site site = new Site(directory, config, GENERATED)) {
            HomePage page = site.page(Site.NOON);

            assertThat(page.degradations()).isEmpty();
            assertThat(page.ranker()).isEqualTo("my-ranker");
            assertThat(page.shelf("mine").orElseThrow().cards())
                    .isNotEmpty()
                    .extracting(Card::generator)
                    .containsOnly("my-generator");
            assertThat(site.terms(page))
                    .contains("feature popularity.rank", "feature custom.title_length")
                    .contains("rule my-score-rule", "placement my-placement-rule");
            assertThat(site.explain(page, "album-2").outcome()).isEqualTo(Explanation.Outcome.DROPPED_BY_RULE);
        }
    }

    @Test
    void theExamplesShowOnAPage() throws IOException {
        String config = """
                page { rows = 2, columns = 6 }
                shelves = [
                  { id = tonight, title = Tonight, generators = [tonight] }
                  { id = popular, title = Popular, generators = [popular] }
                ]
                generators = [
                  { name = tonight, factory = time-of-day, from = 20, until = 2, genres = [jazz], reason = "For tonight" }
                  { name = popular, factory = heuristics, strategy = popular-now }
                ]
                ranking { ladder = [ { factory = csv-weights, file = weights.csv } ] }
                rules { scores = [ { factory = quiet-hours, loud = [metal] } ] }
                """;
        Files.writeString(directory.resolve("weights.csv"), "feature,weight\nbias,-3\npopularity.rank,2.5\n");
        List<Path> jars = EXAMPLES.stream().map(ProjectsOnAPageTest::jar).toList();
        try (Site site = new Site(directory, config, jars)) {
            HomePage night = site.page(Site.NOON.plus(Duration.ofHours(11)));
            HomePage noon = site.page(Site.NOON);

            assertThat(List.of(night, noon)).allSatisfy(page -> {
                assertThat(page.degradations()).isEmpty();
                assertThat(page.ranker()).isEqualTo("csv-weights");
                assertThat(site.terms(page)).contains("feature popularity.rank", "feature bias");
            });
            assertThat(night.shelf("tonight").orElseThrow().cards())
                    .extracting(card -> card.reasons().get(0).text())
                    .containsOnly("For tonight");
            assertThat(noon.shelf("tonight")).isEmpty();
            assertThat(site.note(night, "album-3", "quiet-hours")).contains("is metal, in quiet hours");
            assertThat(site.note(noon, "album-3", "quiet-hours")).isEmpty();
        }
    }

    private static Path jar(String example) {
        return GENERATED
                .get(0)
                .resolve("../../../../checkout/examples/" + example + "/target/" + example + "-1.0.0.jar")
                .normalize();
    }

    /** Returns a pom that builds projects which know nothing of each other in one go. */
    private static String aggregator(List<String> modules) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules.stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(Collectors.joining()));
    }
}
