package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelfwright.api.HomePage;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plugins with two versions of one library, commons-lang3, in one engine. */
class PluginLibrariesTest {
    /** Where the build copies the two versions to. */
    private static final Path LIBRARIES = Path.of("target", "test-libraries");

    /** Names the version of the library, and calls what only its own version has. */
    private static final String SOURCE = """
            package %1$s;

            import io.shelfwright.spi.*;
            import java.util.*;
            import org.apache.commons.lang3.StringUtils;

            public final class It implements ShelfwrightPlugin {
                @Override
                public String id() {
                    return "%1$s";
                }

                @Override
                public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
                    return List.of(PluginFactory.of("%1$s", "Says.", context -> new CandidateGenerator() {
                        @Override
                        public List<ShelfSpec> shelves(RecallRequest request) {
                            String version = StringUtils.class.getPackage().getImplementationVersion();
                            return List.of(new ShelfSpec(
                                    "%1$s", version + " " + %2$s, "%1$s", Set.of(), List.of(), 3, 5, %3$d));
                        }

                        @Override
                        public List<Proposal> propose(RecallRequest request) {
                            List<Proposal> proposals = new ArrayList<>();
                            for (int item = %3$d; item < context.catalog().size(); item += 2) {
                                proposals.add(new Proposal(
                                        "%1$s", context.catalog().item(item).id(), 1, Evidence.of("says", "Says so")));
                            }
                            return proposals;
                        }
                    }));
                }
            }
            """;

    @TempDir
    private Path directory;

    private void plugin(String id, String library, String call, int row) throws IOException {
        Path jar = LIBRARIES.resolve(library);
        assumeTrue(Files.exists(jar), jar + " is copied by the build; run this test with Maven");
        Path plugin = directory.resolve("plugins").resolve(id);
        PluginJars.of(id, id + ".It")
                .compiledAgainst(jar)
                .source(id + ".It", SOURCE.formatted(id, call, row))
                .writeTo(plugin.resolve("plugin.jar"));
        Files.copy(jar, plugin.resolve("commons-lang3.jar"));
    }

    @Test
    void eachPluginUsesTheVersionThatItBrings() throws IOException {
        plugin("older", "commons-lang3-older.jar", "StringUtils.equalsIgnoreCase(\"A\", \"a\")", 0);
        // This class came to the library later.
        plugin("newer", "commons-lang3-newer.jar", "org.apache.commons.lang3.Strings.CI.equals(\"A\", \"a\")", 1);
        try (EngineWorld world =
                new EngineWorld(directory).items(60).config("generators = [popular, other, older, newer]")) {
            HomePage page = world.home("u");

            assertThat(page.degradations()).isEmpty();
            assertThat(page.shelf("older").orElseThrow().title()).isEqualTo("3.12.0 true");
            assertThat(page.shelf("newer").orElseThrow().title()).isEqualTo("3.20.0 true");
        }
    }

    @Test
    void theHostHasAThirdVersionThatNeitherSees() throws ClassNotFoundException {
        assertThat(Class.forName("org.apache.commons.lang3.StringUtils")
                        .getPackage()
                        .getImplementationVersion())
                .isNotNull()
                .isNotIn("3.12.0", "3.20.0");
    }
}
