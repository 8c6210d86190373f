package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.Shelf;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is a function of its inputs, and a cursor goes on where a page ended. */
class DeterminismTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
        world.plugin
                .policy("draw", Scripts.proportional(1))
                .placement("window", Scripts.artistWindow(2))
                .filter("hidden", (batch, drops) -> {
                    Set<String> hidden = new HashSet<>();
                    batch.user().negativeFeedback().forEach(feedback -> hidden.add(feedback.targetId()));
                    for (int c = 0; c < batch.size(); c++) {
                        if (hidden.contains(batch.item(c).id())) {
                            drops.drop(c, "you hid it");
                        }
                    }
                });
        world.config("rules { filters = [hidden], placements = [window] }");
        world.config("exploration { policy = draw, slots = 2 }");
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private void listen(String user, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < random.nextInt(6); i++) {
            world.engine()
                    .record(Interaction.of(user, InteractionType.PLAY, TinyCatalog.id(random.nextInt(60)))
                            .at(NOW.minusSeconds(random.nextInt(1_000_000))));
        }
    }

    private HomePage seeded(int user) {
        return world.engine()
                .home(HomeRequest.forUser("u" + user).at(NOW).seed(user * 31L).build());
    }

    @Test
    void theSameRequestGivesTheSameBytesOneAfterTheOtherAndInParallel() throws Exception {
        List<HomePage> first = new ArrayList<>();
        Set<String> different = new HashSet<>();
        for (int u = 0; u < 100; u++) {
            listen("u" + u, u);
            HomePage page = seeded(u);
            PageChecks.isAGoodPage(page);
            assertThat(page.degradations()).isEmpty();
            first.add(page);
            different.add(PageChecks.items(page).toString());
        }
        assertThat(different.size()).isGreaterThan(50);
        for (int u = 0; u < 100; u++) {
            PageChecks.sameBytes(seeded(u), first.get(u));
        }

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<HomePage>> parallel = new ArrayList<>();
            for (int u = 99; u >= 0; u--) {
                int user = u;
                Callable<HomePage> call = () -> seeded(user);
                parallel.add(threads.submit(call));
            }
            for (int i = 0; i < 100; i++) {
                PageChecks.sameBytes(parallel.get(i).get(), first.get(99 - i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anotherSeedGivesAnotherDraw() {
        Set<List<String>> pages = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            pages.add(PageChecks.items(
                    world.engine().home(EngineWorld.request("u").seed(seed).build())));
        }

        assertThat(pages.size()).isGreaterThan(5);
    }

    @Test
    void undoRestoresTheIdenticalPage() {
        listen("u", 5);
        HomePage before = world.home("u");
        Receipt hidden = world.engine()
                .record(Feedback.hide("u", before.shelves().get(0).cards().get(0)));
        HomePage without = world.home("u");
        world.engine().record(Feedback.undo("u", hidden.interactionId()));
        HomePage after = world.home("u");

        assertThat(PageChecks.items(without))
                .doesNotContain(before.shelves().get(0).cards().get(0).itemId());
        PageChecks.sameBytes(after, before);
        assertThat(after.stateVersion()).isEqualTo(before.stateVersion() + 2);
    }

    @Test
    void loggedPagesAreRebuiltByteForByteAfterMoreListeningAndANewSnapshot() throws Exception {
        List<HomePage> pages = new ArrayList<>();
        for (int u = 0; u < 10; u++) {
            listen("u" + u, u);
            HomePage page = seeded(u);
            pages.add(page);
            for (int more = 0; !page.cursor().isEmpty() && more < 3; more++) {
                page = world.engine()
                        .home(HomeRequest.forUser("u" + u).cursor(page.cursor()).build());
                pages.add(page);
            }
        }
        for (int u = 0; u < 10; u++) {
            listen("u" + u, u + 100);
        }
        world.snapshots.publishCatalog("newer", EngineWorld.catalog(TinyCatalog.of(80, NOW)));
        assertThat(world.engine().refresh()).isEqualTo("000002");
        listen("u0", 999);

        for (HomePage page : pages) {
            PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        }
        assertThat(seeded(0).snapshot()).isEqualTo("000002");
    }

    @Test
    void pagesReadFromTheDurableLogAreRebuiltByteForByteByAnEngineStartedLater() {
        List<HomePage> pages = new ArrayList<>();
        for (int u = 0; u < 5; u++) {
            listen("u" + u, u);
            pages.add(seeded(u));
        }
        world.close();
        List<PageRecord> records = new ArrayList<>();
        new ExperienceLogReader(directory.resolve("experience")).pages(records::add);

        try (var later = world.builder().build()) {
            assertThat(records).hasSize(5);
            for (int u = 0; u < 5; u++) {
                PageChecks.sameBytes(later.replay(records.get(u)), pages.get(u));
            }
        }
    }

    @Test
    void aGeneratorThatFailedOnceIsLeftOutOfTheReplay() throws Exception {
        int[] calls = {0};
        world.plugin.generator("other", request -> {
            if (calls[0]++ == 0) {
                throw new IllegalStateException("connection refused");
            }
            return List.of(new io.shelfwright.spi.Proposal(
                    "albums", "item-000", 1, io.shelfwright.spi.Evidence.of("other", "Other")));
        });
        HomePage page = world.home("u");

        assertThat(EngineWorld.degradations(page)).containsExactly("recall/other/failed");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void explainingAndReplayingChangeNothing() throws Exception {
        listen("u", 3);
        HomePage page = world.home("u");
        for (int i = 0; i < 60; i++) {
            world.engine().explain(page, TinyCatalog.id(i));
        }
        world.engine().replay(world.logged(page));

        PageChecks.sameBytes(world.home("u"), page);
        assertThat(world.users.version("u")).isEqualTo(page.stateVersion());
    }

    @Test
    void aReplayNeedsItsConfigurationItsSnapshotAndItsUser(@TempDir Path elsewhere) throws Exception {
        HomePage page = world.home("u");
        PageRecord record = world.logged(page);
        try (EngineWorld other = new EngineWorld(elsewhere)) {
            assertThatThrownBy(() -> other.engine().replay(record))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("configuration");
        }
        PageRecord gone = with(record, "000077", page.stateVersion());
        assertThatThrownBy(() -> world.engine().replay(gone))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("000077");
        PageRecord unknown = with(record, page.snapshot(), 5);
        assertThatThrownBy(() -> world.engine().replay(unknown))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("version 5");
    }

    private static PageRecord with(PageRecord record, String snapshot, long stateVersion) {
        HomePage page = record.page();
        return new PageRecord(
                new HomePage(
                        page.requestId(),
                        page.userId(),
                        page.at(),
                        page.seed(),
                        snapshot,
                        page.configHash(),
                        stateVersion,
                        page.ranker(),
                        page.degradations(),
                        page.shelves(),
                        page.cursor(),
                        page.timing()),
                record.market(),
                record.device(),
                record.zone(),
                record.cursor(),
                record.schemaFingerprint(),
                record.servedAt(),
                record.lateInstances(),
                record.packingSteps(),
                record.funnel(),
                record.slots());
    }

    @Test
    void cursorsNeverRepeatAndNeverSkipAShelfThatCouldBeFilled() {
        world.config("page { rows = 2, columns = 4, max-shelves-per-kind = 1 }");
        for (int u = 0; u < 10; u++) {
            listen("u" + u, u);
            Set<String> items = new HashSet<>();
            Set<String> shelves = new HashSet<>();
            HomePage page = seeded(u);
            int pages = 1;
            while (true) {
                PageChecks.isAGoodPage(page);
                for (Shelf shelf : page.shelves()) {
                    assertThat(shelves.add(shelf.id())).as(shelf.id()).isTrue();
                }
                PageChecks.items(page)
                        .forEach(item -> assertThat(items.add(item)).as(item).isTrue());
                if (page.cursor().isEmpty()) {
                    break;
                }
                page = world.engine()
                        .home(HomeRequest.forUser("u" + u).cursor(page.cursor()).build());
                pages++;
            }
            assertThat(shelves).hasSize(6);
            assertThat(pages).isEqualTo(3);
        }
    }

    @Test
    void aPageOfACursorIsTheSameEachTimeItIsAskedFor() {
        HomePage first = world.home("u");
        HomeRequest more = HomeRequest.forUser("u").cursor(first.cursor()).build();

        PageChecks.sameBytes(world.engine().home(more), world.engine().home(more));
        assertThat(world.engine().home(more).at()).isEqualTo(first.at());
    }

    @Test
    void cursorsThatNoPageGaveOutAreBadRequests() {
        HomePage page = world.home("u");
        byte[] good = Base64.getUrlDecoder().decode(page.cursor());
        List<String> bad = new ArrayList<>(List.of(
                "x",
                "not base64 !",
                "AAAA",
                "\u0000",
                "äöü",
                " ".repeat(5),
                "A".repeat(100_000),
                page.cursor() + "A",
                page.cursor() + "AAAA"));
        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= (byte) 0x80;
            bad.add(Base64.getUrlEncoder().withoutPadding().encodeToString(flipped));
            bad.add(Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(good, i)));
        }
        bad.remove(""); // which asks for a first page

        for (String cursor : bad) {
            assertThatThrownBy(() -> world.engine()
                            .home(HomeRequest.forUser("u").cursor(cursor).build()))
                    .as(cursor)
                    .isInstanceOf(BadRequestException.class);
        }
    }
}
