package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "docs")) {
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
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(links)
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void theReadmeLeadsToEveryDocument() throws IOException {
        String readme = Files.readString(Documents.repository().resolve("README.md"));

        assertThat(documents())
                .filteredOn(document -> !document.endsWith("README.md"))
                .allSatisfy(document -> assertThat(readme)
                        .contains("("
                                + Documents.repository()
                                        .relativize(document)
                                        .toString()
                                        .replace('\\', '/') + ")"));
    }
}
