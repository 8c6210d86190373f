package io.shelfwright.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionReaderTest {
    private static final String GOOD = """
            shelves:
              - id: summer
                title: "Sommar i stan \u2600"
                items: [a, b]
                markets: [SE]
                starts: 2024-06-01
                ends: 2024-08-31
                priority: 3
                pinned-row: 0
                min-cards: 1
                max-cards: 2
                reason: Because
            """;

    private static final String ODD = "-:[]{}&*!|>'\"%@`\n\t\u0000a7";

    @TempDir
    Path directory;

    @Test
    void allProblemsAreToldAtOnceEachWithItsLine() throws IOException {
        List<String> problems = problems("""
                shelves:
                  - id: summer
                    titel: Summer
                    items: [a, a]
                    markets: [sweden]
                    starts: 2024-13-01
                  - id: summer
                    title: Again
                    items: []
                    starts: 2024-06-02
                    ends: 2024-06-01
                    pinned-row: first
                  - title: Third
                    items: a
                    min-cards: 3
                    max-cards: 2
                  - nonsense
                shelfs: []
                """);

        assertThat(problems.stream().map(problem -> problem.substring(problem.indexOf("yaml:") + 5)))
                .containsExactly(
                        "2: the key 'title' is missing",
                        "3: unknown key 'titel'; did you mean 'title'? Allowed are id, title, items, markets, starts,"
                                + " ends, priority, pinned-row, min-cards, max-cards, reason",
                        "4: the item 'a' is named twice",
                        "5: the market 'sweden' is not a country of two capital letters, such as SE",
                        "6: 'starts' is 2024-13-01; allowed are dates such as 2024-06-01 (UTC) and times such as"
                                + " 2024-06-01T18:00:00Z",
                        "7: the id 'summer' is already that of the shelf in line 2",
                        "9: the shelf has no items; list at least one id under 'items'",
                        "11: 'ends' is not after 'starts'; the shelf would never be shown",
                        "12: 'pinned-row' is first; allowed are whole numbers from 0 to 1000",
                        "13: the key 'id' is missing",
                        "14: 'items' is not a list; write [first, second] or one entry a line after '-'",
                        "14: the shelf has no items; list at least one id under 'items'",
                        "16: 'max-cards' 2 is less than 'min-cards' 3",
                        "17: a shelf must be a mapping with the keys id, title, items, markets, starts, ends, priority,"
                                + " pinned-row, min-cards, max-cards, reason",
                        "18: unknown key 'shelfs'; did you mean 'shelves'? Allowed are shelves");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() throws IOException {
        assertThat(problems("shelves:\n  - id: [a\n  - b: }\n"))
                .singleElement()
                .asString()
                .contains("yaml:3: not YAML");
    }

    @Test
    void anEmptyFileAMissingFileAndOneThatIsNotTextAreToldClearly() throws IOException {
        assertThat(problems("# nothing yet\n")).singleElement().asString().contains("the file is empty");
        assertThat(problems("- a\n")).singleElement().asString().contains("must start with the key 'shelves'");
        assertThat(problems("shelves: 3\n")).singleElement().asString().contains("must be a list");

        Path file = directory.resolve("shelves.yaml");
        Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThat(read(file)).singleElement().asString().contains("is not UTF-8");
        Files.delete(file);
        assertThat(read(file)).singleElement().asString().contains("there is no such file");
    }

    @Test
    void aFileNestedWithoutEndIsRefused() throws IOException {
        assertThat(problems("shelves: " + "[".repeat(200_000)))
                .singleElement()
                .asString()
                .contains("not YAML");
    }

    @Test
    void aKeyGivenTwiceAndABlankTitleAreProblems() throws IOException {
        assertThat(problems("shelves:\n  - {id: a, id: b, title: ' ', items: [a]}\n"))
                .anySatisfy(problem -> assertThat(problem).contains("'id' is given twice"))
                .anySatisfy(problem -> assertThat(problem).contains("'title' is blank"))
                .hasSize(2);
    }

    @Test
    void whateverHappensToAFileItIsReadOrRefusedWithReasons() throws Exception {
        Path file = directory.resolve("shelves.yaml");
        RandomCases.run(500, (seed, random) -> {
            StringBuilder text = new StringBuilder(GOOD);
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            Files.writeString(file, text);
            try {
                assertThat(new EditionReader(file, TestCatalog.of()).read().shelves())
                        .isNotNull();
            } catch (EditionException e) {
                assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                        .contains("shelves.yaml"));
            }
        });
    }

    @Test
    void aGoodFileIsReadWhole() throws Exception {
        Path file = Files.writeString(directory.resolve("shelves.yaml"), "\uFEFF" + GOOD);

        EditorialShelf shelf =
                new EditionReader(file, TestCatalog.of()).read().shelves().get(0);

        assertThat(shelf.title()).isEqualTo("Sommar i stan \u2600");
        assertThat(shelf.starts()).hasToString("2024-06-01T00:00:00Z");
        assertThat(shelf.ends()).hasToString("2024-09-01T00:00:00Z");
        assertThat(shelf.priority()).isEqualTo(3);
        assertThat(shelf.pinnedRow()).isZero();
    }

    private List<String> problems(String text) throws IOException {
        return read(Files.writeString(directory.resolve("shelves.yaml"), text));
    }

    private static List<String> read(Path file) {
        EditionException problem =
                catchThrowableOfType(EditionException.class, () -> new EditionReader(file, TestCatalog.of()).read());
        return problem.problems();
    }
}
