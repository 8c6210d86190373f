package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feedback about what nobody knows is recorded, and the receipt says that nobody knows it. */
class UnknownTargetsTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM, item-1, knows no item 'item-1'",
        "ARTIST, nobody, knows no artist of any item 'nobody'",
        "GENRE, Polka, knows no genre of any item 'Polka'",
        "KIND, albums, did you mean 'album'?",
        "SHELF, albuns, did you mean 'albums'?",
        "SHELF, nowhere, has no shelf 'nowhere'"
    })
    void anUnknownTargetIsRecordedWithAWarning(TargetType about, String id, String said) {
        Receipt receipt = world.engine().record(Feedback.hide("u", about, id));

        assertThat(receipt.warnings())
                .singleElement()
                .asString()
                .contains(said)
                .contains("it is recorded all the same");
        assertThat(world.users.interactions("u", 1))
                .extracting(Interaction::id)
                .containsExactly(receipt.interactionId());
        assertThat(receipt.stateVersion()).isOne();
        assertThat(world.engine()
                        .record(Feedback.undo("u", receipt.interactionId()))
                        .warnings())
                .isEmpty();
    }

    @Test
    void whatIsKnownGivesNoWarning() {
        HomePage page = world.home("u");
        Item item = Item.builder("item-007", TinyCatalog.KINDS.get(7 % TinyCatalog.KINDS.size()), "T")
                .artists("artist-1")
                .genres("genre-2")
                .build();

        assertThat(world.engine()
                        .record(Feedback.hide("u", page.shelves().get(0).cards().get(0)))
                        .warnings())
                .isEmpty();
        assertThat(hide(TargetType.ARTIST, item.artistIds().get(0))).isEmpty();
        assertThat(hide(TargetType.GENRE, item.genres().get(0))).isEmpty();
        assertThat(hide(TargetType.KIND, item.kind().name())).isEmpty();
        assertThat(hide(TargetType.SHELF, "more")).isEmpty();
        assertThat(world.engine()
                        .record(Interaction.of("new", InteractionType.PLAY, item.id()))
                        .warnings())
                .isEmpty();
    }

    private List<String> hide(TargetType about, String id) {
        return world.engine().record(Feedback.hide("u", about, id)).warnings();
    }

    @Test
    void aShelfThatAGeneratorBroughtIsKnownOnceItWasShown() {
        world.plugin.generator("other", new OfToday());
        assertThat(hide(TargetType.SHELF, "of-today")).hasSize(1);

        HomePage page = world.home("v");
        assertThat(page.shelf("of-today")).isPresent();
        assertThat(hide(TargetType.SHELF, "of-today")).isEmpty();
    }

    /** Brings a shelf of its own. */
    private static final class OfToday implements CandidateGenerator {
        @Override
        public List<ShelfSpec> shelves(RecallRequest request) {
            return List.of(new ShelfSpec("of-today", "Of today", "mixed", Set.of(), List.of("other"), 1, 5, 0));
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            List<Proposal> proposals = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                proposals.add(new Proposal("of-today", TinyCatalog.id(i), 1 - i / 10.0, Evidence.of("today", "New")));
            }
            return proposals;
        }
    }

    @Test
    void aTargetThatTheNextSnapshotKnowsIsHiddenThere() {
        world.items(20).engine();
        assertThat(hide(TargetType.ITEM, "item-050")).hasSize(1);
        world.items(60).engine().refresh();

        assertThat(hide(TargetType.ITEM, "item-050")).isEmpty();
        assertThat(world.engine().taste("u").hidden()).isNotEmpty();
        assertThat(world.home("u").card("item-050")).isEmpty();
    }
}
