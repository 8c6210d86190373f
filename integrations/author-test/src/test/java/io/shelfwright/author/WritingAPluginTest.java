package io.shelfwright.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document, followed word for word: its commands are run and its files written in its order. */
@ExtendWith(InWorkshop.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class WritingAPluginTest {
    private static final Guide GUIDE = guide();
    private static final Map<String, String> PRINTED = new TreeMap<>();

    @BeforeAll
    static void doWhatTheDocumentSays(Workshop workshop) throws Exception {
        for (Guide.Step step : GUIDE.others()) {
            if (step.isCommands()) {
                PRINTED.put(step.text(), workshop.run(workshop.checkout(), step.text()));
            } else {
                Path file = workshop.checkout().resolve(step.file()).normalize();
                Files.createDirectories(file.getParent());
                Files.writeString(file, step.text());
            }
        }
    }

    @Test
    void thePluginIsTakenAndItsShelfIsOnThePage() {
        assertThat(printed("home --data ../demo-data"))
                .contains("1 plugin is good", "plugin 'language' 1.0.0", "the configuration is good")
                .containsPattern("(?m)^\\d  In your language  \\(language: ")
                .contains("Popular in your language");
    }

    @Test
    void theProjectOfTheQuickWayIsTakenToo() {
        assertThat(printed("plugins check ../acme-ranker"))
                .contains("1 plugin is good", "plugin 'acme-ranker' 1.0.0", "[1.");
        assertThat(printed("home --data ../acme-data"))
                .contains("the configuration is good", ", ranker acme-ranker, ")
                .containsPattern("feature +popularity.rank +[+]");
    }

    @Test
    void theDependenciesOfTheDocumentAreThoseOfTheGeneratedProject(Workshop workshop) throws IOException {
        String pom = Files.readString(workshop.directory().resolve("language/pom.xml"));
        String document = Files.readString(Checkout.ROOT.resolve(Guide.DOCUMENT));
        int from = document.indexOf("<dependency>");
        int to = document.indexOf("```", from);

        assertThat(from).isPositive();
        assertThat(words(pom)).contains(words(document.substring(from, to)));
    }

    @Test
    void mavensArchetypeMakesTheSameProject(Workshop workshop) throws Exception {
        assumeTrue(
                !Workshop.isOffline() || Workshop.has("org.apache.maven.plugins", "maven-archetype-plugin", "3.4.1"),
                "this build is offline, and has no maven-archetype-plugin");

        workshop.run(workshop.checkout(), GUIDE.archetype());

        Map<String, String> expected = files(workshop.directory().resolve("acme-ranker"));
        // Maven's wrapper comes from the checkout, which an archetype does not know.
        expected.keySet().removeIf(name -> name.startsWith("mvnw") || name.startsWith(".mvn/"));
        assertThat(files(workshop.directory().resolve("with-maven/acme-ranker")))
                .hasSizeGreaterThan(9)
                .isEqualTo(expected);
    }

    private static String printed(String command) {
        return PRINTED.entrySet().stream()
                .filter(entry -> entry.getKey().contains(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Guide.DOCUMENT + " has no command '" + command + "'"))
                .getValue();
    }

    /** Returns the content of all files but those that a build makes, by their names. */
    private static Map<String, String> files(Path project) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(project)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("target/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    private static String words(String text) {
        return text.replaceAll("<!--.*?-->", "").strip().replaceAll("\\s+", " ");
    }

    private static Guide guide() {
        try {
            return Guide.read();
        } catch (IOException e) {
            throw new IllegalStateException(Guide.DOCUMENT + " cannot be read", e);
        }
    }
}
