package io.shelfwright.editorial;

import static io.shelfwright.testkit.TestRequests.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestContext;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorialGeneratorTest {
    private final Catalog catalog = TestCatalog.builder()
            .album("a", "x")
            .album("b", "x")
            .playlist("p", "x")
            .item(Item.builder("future", ItemKind.ALBUM, "Future").releasedAt(TestRequests.daysAgo(-1)))
            .build();

    @TempDir
    Path directory;

    @Test
    void aShelfIsBroughtAlongAsItIsWritten() throws IOException {
        EditorialGenerator generator = generator("""
                shelves:
                  - id: summer
                    title: Summer in the city
                    items: [p, a, b]
                    pinned-row: 2
                    min-cards: 2
                    max-cards: 3
                    reason: Picked by Åsa
                """);

        assertThat(generator.shelves(request("SE", AT)))
                .containsExactly(new ShelfSpec(
                        "summer", "Summer in the city", "editorial", Set.of(), List.of("editors"), 2, 3, 2));
        List<Proposal> proposals = generator.propose(request("SE", AT, TestShelves.shelf("summer")));
        assertThat(proposals).extracting(Proposal::itemId).containsExactly("p", "a", "b");
        assertThat(proposals).extracting(proposal -> proposal.evidence().text()).containsOnly("Picked by Åsa");
    }

    @Test
    void aShelfIsShownOnlyInItsMarkets() throws IOException {
        EditorialGenerator generator = generator("""
                shelves:
                  - {id: north, title: North, items: [a], markets: [SE, NO]}
                  - {id: world, title: World, items: [a]}
                """);

        assertThat(ids(generator.shelves(request("NO", AT)))).containsExactly("north", "world");
        assertThat(ids(generator.shelves(request("US", AT)))).containsExactly("world");
        assertThat(ids(generator.shelves(request("", AT)))).containsExactly("world");
        assertThat(generator.propose(request("US", AT, TestShelves.shelf("north"))))
                .isEmpty();
    }

    @Test
    void aShelfIsShownFromItsStartToTheEndOfItsLastDay() throws IOException {
        EditorialGenerator generator = generator("""
                shelves:
                  - {id: days, title: Days, items: [a], starts: 2024-05-01, ends: 2024-05-02}
                  - {id: hours, title: Hours, items: [a], starts: "2024-05-01T12:00:00+02:00", ends: 2024-05-01T18:00:00Z}
                """);

        assertThat(ids(generator.shelves(at("2024-04-30T23:59:59Z")))).isEmpty();
        assertThat(ids(generator.shelves(at("2024-05-01T00:00:00Z")))).containsExactly("days");
        assertThat(ids(generator.shelves(at("2024-05-01T10:00:00Z")))).containsExactly("days", "hours");
        assertThat(ids(generator.shelves(at("2024-05-01T18:00:00Z")))).containsExactly("days");
        assertThat(ids(generator.shelves(at("2024-05-02T23:59:59Z")))).containsExactly("days");
        assertThat(ids(generator.shelves(at("2024-05-03T00:00:00Z")))).isEmpty();
    }

    @Test
    void shelvesComeByPriorityThenId() throws IOException {
        EditorialGenerator generator = generator("""
                shelves:
                  - {id: c, title: C, items: [a]}
                  - {id: b, title: B, items: [a]}
                  - {id: z, title: Z, items: [a], priority: 10}
                """);

        assertThat(ids(generator.shelves(request("", AT)))).containsExactly("z", "b", "c");
    }

    @Test
    void aConfiguredShelfOfTheSameIdIsFilledAndNotBroughtAlongAgain() throws IOException {
        EditorialGenerator generator = generator("shelves: [{id: s, title: S, items: [a, p]}]");
        ShelfSpec configured = TestShelves.shelf("s", "own", ItemKind.PLAYLIST);

        assertThat(generator.shelves(request("", AT, configured))).isEmpty();
        assertThat(generator.propose(request("", AT, configured)))
                .extracting(Proposal::itemId)
                .containsExactly("p");
    }

    @Test
    void unknownAndUnreleasedItemsAreLeftOutAndTheUnknownOnesWarnedOf() throws IOException {
        EditorialGenerator generator = generator("""
                shelves:
                  - id: s
                    title: S
                    items:
                      - gone
                      - future
                      - a
                """);

        assertThat(generator.propose(request("", AT, TestShelves.shelf("s"))))
                .extracting(Proposal::itemId)
                .containsExactly("a");
        assertThat(generator.warnings())
                .singleElement()
                .asString()
                .contains("shelves.yaml:5: shelf 's' names the item 'gone'");
    }

    @Test
    void aFileWithoutShelvesIsFine() throws IOException {
        EditorialGenerator generator = generator("shelves: []");

        assertThat(generator.shelves(request("", AT))).isEmpty();
        assertThat(generator.propose(request("", AT, TestShelves.shelf("other"))))
                .isEmpty();
        assertThat(generator.warnings()).isEmpty();
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(EditorialPlugin.class));
    }

    private EditorialGenerator generator(String text) throws IOException {
        Files.writeString(directory.resolve("shelves.yaml"), text);
        return new EditorialGenerator(
                new EditorialSettings(Path.of("shelves.yaml"), "editorial", Duration.ofSeconds(5)),
                TestContext.of(catalog).withInstanceName("editors").withBaseDirectory(directory));
    }

    private RecallRequest at(String time) {
        return request("SE", Instant.parse(time));
    }

    private RecallRequest request(String market, Instant at, ShelfSpec... shelves) {
        UserState user = TestUser.of("u").market(market).build(catalog);
        RequestContext context = TestRequests.at(TestRequests.context(user), at);
        return new RecallRequest(context, user, List.of(shelves), 100);
    }

    private static List<String> ids(List<ShelfSpec> shelves) {
        return shelves.stream().map(ShelfSpec::id).toList();
    }
}
