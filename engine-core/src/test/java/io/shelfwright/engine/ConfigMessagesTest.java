package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shelfwright.api.ConfigException;
import io.shelfwright.engine.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in a configuration are told all at once: file, line, key, what is allowed, and what was probably meant. */
class ConfigMessagesTest {
    @TempDir
    private Path directory;

    private ConfigException mistakes(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("home.conf"), text);
        ConfigException found = catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file));
        assertThat(found).as("a mistake was found").isNotNull();
        return found;
    }

    private static List<String> lines(ConfigException found) {
        return found.problems().stream()
                .map(problem -> problem.origin() + " " + problem.key() + " " + problem.message())
                .toList();
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() throws Exception {
        ConfigException found = mistakes("""
                pages { rows = 4 }
                page {
                  rows = 0
                  colums = 5
                  no-same-kind-neighbours = maybe
                }
                shelves = [
                  { id = albums, title = Albums, generators = [popular], min-cards = 12, max-cards = 3 }
                  { id = albums, title = Again, generators = [popular] }
                  { title = Nameless, generators = [popular] }
                  { id = far, title = Far, generators = [popular], pinned-row = 9.5 }
                  { id = podcasts, title = Podcasts, generators = [populr] }
                ]
                generators = [popular, popular, { strategy = x }]
                ranking { first-phase-keep = many }
                exploration { slots = 2, first-position = 30, last-position = 20 }
                deadlines { recall = 5 parsecs, rule = 2h }
                storage = here
                """);

        assertThat(String.join("\n", lines(found))).isEqualToNormalizingNewlines(GOLDEN.strip());
    }

    private static final String GOLDEN = """
            home.conf:1 pages unknown key; did you mean 'page'?
            home.conf:3 page.rows is 0, allowed is a whole number from 1 to 100
            home.conf:5 page.no-same-kind-neighbours is maybe, allowed is true or false
            home.conf:4 page.colums unknown key; did you mean 'columns'?
            home.conf:8 shelves[0].max-cards is 3, allowed is at least min-cards, which is 12
            home.conf:9 shelves[1].id a second shelf has the id 'albums'
            home.conf:10 shelves[2].id is missing; it is needed: Id, unique on the page.
            home.conf:11 shelves[3].pinned-row is 9.5, allowed is a whole number from -1 to 99
            home.conf:14 generators[1] a second instance is named 'popular'; give one of them another name
            home.conf:14 generators[2] has no 'factory'; say which factory makes this instance
            home.conf:15 ranking.first-phase-keep is many, allowed is a whole number from 1 to 1000000
            home.conf:16 exploration first-position 30 lies after last-position 20; allowed is first-position <= last-position
            home.conf:17 deadlines.recall is 5 parsecs, allowed is a duration such as 30ms, 10s, 5m, 2h or 14d from 0.001s to 60s
            home.conf:17 deadlines.rule is 2h, allowed is a duration such as 30ms, 10s, 5m, 2h or 14d from 0.001s to 60s
            home.conf:18 storage is 'here', allowed is an object { ... }
            home.conf:12 shelves.podcasts.generators 'populr' is no instance in 'generators'; did you mean 'popular'?
            """;

    @Test
    void aFileThatIsNotHoconIsOneMistakeWithItsLine() throws Exception {
        assertThat(lines(mistakes("page { rows = 4\nshelves = [ {]\n")))
                .singleElement()
                .asString()
                .contains("home.conf")
                .contains("not HOCON");
    }

    @Test
    void anUnknownFactoryIsToldWithTheNearestOne() {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.items(4).config("generators = [populr, other], rules.scores = [bost], packing.packer = actuion");
            world.config("shelves = [{ id = a, title = A, generators = [populr, other] }]");
            world.plugin.score("boost", (batch, adjustments) -> {});

            ConfigException found = catchThrowableOfType(
                    ConfigException.class, () -> world.builder().build());

            assertThat(String.join("\n", lines(found)))
                    .contains("no plugin makes a candidate generator named 'populr'; did you mean 'popular'?")
                    .contains("no plugin makes a score rule named 'bost'; did you mean 'boost'?")
                    .contains("no plugin makes a page packer named 'actuion'; did you mean 'auction'?");
            assertThat(found.problems()).hasSize(3);
        }
    }
}
