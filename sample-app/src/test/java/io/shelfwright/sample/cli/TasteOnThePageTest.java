package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.Receipt;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.vectors.FoldIn;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.VectorOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The engine with its plugins on a synthetic world with vectors: what is played is on the very next page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasteOnThePageTest {
    private static final int USERS = 12;

    private final List<String> users = new ArrayList<>();
    private List<Item> items;
    private Workspace workspace;
    private HomeEngine engine;

    @BeforeAll
    void makeWorld(@TempDir Path directory) {
        workspace = Workspace.create(directory);
        SyntheticWorld.write(workspace.data(), SyntheticWorld.DEFAULT_SEED);
        workspace.publish("test");
        workspace.source().profiles().forEach(profile -> users.add(profile.userId()));
        items = CatalogFiles.read(workspace.snapshots().open().catalog()).items();
        workspace
                .snapshots()
                .publishVectors("synthetic", target -> VectorFiles.write(target, space(), items, new Rows()));
        engine = workspace.engine();
    }

    @AfterAll
    void endWorld() {
        engine.close();
    }

    private static VectorSpace space() {
        return new VectorSpace(
                "collaborative", 16, "synthetic", 1, Map.of(), Optional.of(new FoldIn(0.1, 0.01, 1, 1000, 0.5)));
    }

    private HomePage home(String user) {
        return engine.home(HomeRequest.forUser(user)
                .requestId("r")
                .at(workspace.now())
                .seed(7)
                .build());
    }

    private static List<String> playlists(HomePage page) {
        return page.shelf("playlists").orElseThrow().cards().stream()
                .map(Card::itemId)
                .toList();
    }

    @Test
    void aPlayChangesThePlaylistsOfTheVeryNextPageAndUndoBringsTheIdenticalPageBack() {
        List<Item> albums = items.stream()
                .filter(item -> item.kind().equals(ItemKind.ALBUM))
                .toList();
        int changed = 0;
        for (int i = 0; i < USERS; i++) {
            String user = users.get(i);
            HomePage before = home(user);
            if (before.shelf("playlists").isEmpty()) {
                continue;
            }
            Card first = before.shelf("playlists").orElseThrow().cards().get(0);
            HomePage withoutFirst = after(user, first.itemId(), before);
            assertThat(playlists(withoutFirst)).doesNotContain(first.itemId()).isNotEqualTo(playlists(before));

            HomePage withAlbum =
                    after(user, albums.get((i * 37) % albums.size()).id(), before);
            changed += playlists(withAlbum).equals(playlists(before)) ? 0 : 1;
        }
        assertThat(changed)
                .as(
                        "users whose playlists one play of any album puts into another order, however much they played before")
                .isGreaterThan(USERS / 2);
    }

    /** Returns the page after a play, which is then undone: that brings back the page before it. */
    private HomePage after(String user, String item, HomePage before) {
        Receipt played = engine.record(Interaction.of(user, InteractionType.PLAY, item)
                .at(workspace.now().minusSeconds(60)));
        HomePage next = home(user);
        engine.record(Feedback.undo(user, played.interactionId()));

        assertThat(next.stateVersion()).isEqualTo(played.stateVersion());
        assertThat(PageJson.canonical(home(user))).isEqualTo(PageJson.canonical(before));
        return next;
    }

    @Test
    void aNewcomersFirstPlayIsNamedInTheReasons() {
        Item playlist = items.stream()
                .filter(item -> item.kind().equals(ItemKind.PLAYLIST))
                .findFirst()
                .orElseThrow();
        for (int play = 0; play < 20; play++) {
            engine.record(Interaction.of("newcomer", InteractionType.PLAY, playlist.id())
                    .at(workspace.now().minusSeconds(600L * (play + 1))));
        }

        List<Card> cards = home("newcomer").shelf("playlists").orElseThrow().cards();
        assertThat(cards)
                .flatExtracting(card -> card.reasons())
                .extracting(reason -> reason.text())
                .anyMatch(text -> text.equals("Close to what you play: " + playlist.title()));
    }

    /** Vectors of genres and artists, with noise. */
    private final class Rows implements VectorRows {
        @Override
        public VectorOrigin origin(int item) {
            return item % 11 == 0 ? VectorOrigin.NONE : VectorOrigin.LEARNED;
        }

        @Override
        public void copy(int item, float[] target) {
            SplittableRandom noise = new SplittableRandom(item);
            for (int j = 0; j < target.length; j++) {
                target[j] = (float) (0.1 * noise.nextGaussian());
            }
            items.get(item).genres().forEach(genre -> add(target, genre, 0.3));
            items.get(item).artistIds().forEach(artist -> add(target, artist, 0.1));
        }

        private void add(float[] target, String name, double length) {
            SplittableRandom direction = new SplittableRandom(name.hashCode());
            for (int j = 0; j < target.length; j++) {
                target[j] += (float) (length * direction.nextGaussian());
            }
        }
    }
}
