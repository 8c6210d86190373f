package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of(
                "", "docs", "examples", "examples/time-of-day", "examples/csv-weights", "examples/quiet-hours")) {
            try (Stream<Path> files = Files.list(Documents.repository().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLinkLeadsToAFileOfTheRepository(Path document) throws IOException {
        List<String> links = LINK.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(links)
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aTestThatIsNamedExists(Path document) throws IOException {
        Set<String> tests = new HashSet<>();
        try (Stream<Path> files = Files.walk(Documents.repository())) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
        }

        assertThat(TEST.matcher(Files.readString(document)).results().map(match -> match.group(1)))
                .isSubsetOf(tests);
    }

    @Test
    void theReadmeLeadsToEveryDocument() throws IOException {
        String readme = Files.readString(Documents.repository().resolve("README.md"));

        assertThat(documents())
                .filteredOn(document ->
                        !document.endsWith("README.md") || document.endsWith(Path.of("examples", "README.md")))
                .allSatisfy(document -> assertThat(readme)
                        .contains("("
                                + Documents.repository()
                                        .relativize(document)
                                        .toString()
                                        .replace('\\', '/') + ")"));
    }
}
