package io.shelfwright.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.spi.VectorOrigin;
import io.shelfwright.vectors.TrainingSetup;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTrainingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final int ITEMS = 40;

    @TempDir
    Path directory;

    private final UserStateStore users = new InMemoryUserStateStore();

    @Test
    void whatIsTrainedIsPublishedAndReadAgain() {
        listen(60);
        SnapshotStore snapshots = new SnapshotStore(directory, InstantSource.fixed(NOW));
        snapshots.publishCatalog("catalog", catalog());
        CatalogTraining.Result result =
                CatalogTraining.publish(snapshots, users, TrainingPlan.defaults(), TrainingSetup.of(3));
        assertThat(result.listeners()).isEqualTo(60);
        assertThat(result.sessions()).isGreaterThanOrEqualTo(100);
        List<Item> items = CatalogFiles.read(snapshots.open().catalog()).items();
        assertThat(VectorFiles.spaces(snapshots.open().vectors())).containsExactly("collaborative", "sessions");
        StoredVectors vectors = VectorFiles.read(snapshots.open().vectors(), "collaborative", items, 0);
        assertThat(vectors.dimension()).isEqualTo(64);
        int even = index(items, "i00");
        int unplayed = index(items, "i39");
        assertThat(vectors.origin(even)).isEqualTo(VectorOrigin.LEARNED);
        assertThat(vectors.origin(unplayed)).isEqualTo(VectorOrigin.CONTENT);
        assertThat(vectors.cosine(even, index(items, "i02")))
                .isGreaterThan(0.5 + vectors.cosine(even, index(items, "i01")));
        assertThat(vectors.cosine(unplayed, index(items, "i01"))).isGreaterThan(0.5 + vectors.cosine(unplayed, even));
        assertThat(vectors.description().foldIn().orElseThrow().trainedItems()).isEqualTo(30);
    }

    @Test
    void trainingTwiceGivesTheSameVectors() {
        listen(30);
        List<Item> items = catalog().items();
        ListenerHistories histories = ListenerHistories.read(items, users);
        CatalogTraining.Result one = CatalogTraining.train(
                items, histories, TrainingPlan.defaults(), TrainingSetup.of(3).withThreads(1));
        CatalogTraining.Result four = CatalogTraining.train(
                items, histories, TrainingPlan.defaults(), TrainingSetup.of(3).withThreads(4));
        for (int space = 0; space < one.spaces().size(); space++) {
            assertThat(four.spaces().get(space).factors().values())
                    .containsExactly(one.spaces().get(space).factors().values());
        }
    }

    @Test
    void historiesCountWhatListenersMeantAndNotWhatTheyTookBack() {
        List<Item> items = catalog().items();
        add(play("u", "i00", 0).withAmount(3));
        add(Interaction.of("u", InteractionType.COMPLETE, "i00").withId("c").at(NOW));
        add(Interaction.of("u", InteractionType.LIKE, "i00").withId("l").at(NOW));
        add(play("u", "i01", 1));
        add(play("u", "i02", 2));
        add(Interaction.of("u", InteractionType.DISLIKE, "i02").withId("d").at(NOW));
        add(play("u", "gone", 3));
        add(new Interaction("undo", "u", InteractionType.UNDO, TargetType.ITEM, "", NOW, 1, "", "", "u-i01-1", false));
        ListenerHistories histories = ListenerHistories.read(items, users);
        assertThat(histories.items()).containsExactly(index(items, "i00"));
        assertThat(histories.pairs().rowWeights(0)).containsExactly(5f);
        assertThat(histories.listeners(ITEMS)[index(items, "i00")]).isEqualTo(1);
    }

    @Test
    void playsHalfAnHourApartAreTwoSessions() {
        add(play("u", "i00", 0));
        add(play("u", "i01", 300));
        add(play("u", "i02", 300 + 1801));
        add(play("u", "i03", 300 + 1900));
        add(play("u", "i04", 90_000));
        assertThat(ListenerHistories.read(catalog().items(), users).sessions())
                .containsExactly(new int[] {0, 1}, new int[] {2, 3});
    }

    @Test
    void nothingPlayedIsNothingToLearn() {
        List<Item> items = catalog().items();
        ListenerHistories none = ListenerHistories.read(items, users);
        assertThatThrownBy(() -> CatalogTraining.train(items, none, TrainingPlan.defaults(), TrainingSetup.of(1)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("record or import plays first");
    }

    @Test
    void contentStandsInForPlaysBetterThanChance() {
        listen(80);
        List<Item> items = catalog().items();
        ColdStartReport report = ColdStartReport.of(
                items, ListenerHistories.read(items, users), TrainingPlan.defaults(), TrainingSetup.of(4));
        assertThat(report.items()).isBetween(2, 15);
        assertThat(report.content().ndcg20()).isGreaterThan(report.chance().ndcg20() + 0.1);
    }

    /** Users of even number play even items, the others odd ones; the last ten items are never played. */
    private void listen(int count) {
        SplittableRandom random = new SplittableRandom(1);
        for (int user = 0; user < count; user++) {
            for (int play = 0; play < 12; play++) {
                int item = 2 * random.nextInt(15) + user % 2;
                add(play("u" + user, String.format("i%02d", item), play / 4 * 10_000 + play % 4 * 200));
            }
        }
    }

    private void add(Interaction interaction) {
        users.append(interaction);
    }

    private static Interaction play(String user, String item, int seconds) {
        return Interaction.of(user, InteractionType.PLAY, item)
                .withId(user + "-" + item + "-" + seconds)
                .at(NOW.plusSeconds(seconds));
    }

    private static int index(List<Item> items, String id) {
        return items.stream().map(Item::id).toList().indexOf(id);
    }

    private static CatalogData catalog() {
        return new CatalogBuilder(
                        new CatalogSource() {
                            @Override
                            public void items(Consumer<Item> consumer) {
                                for (int item = 0; item < ITEMS; item++) {
                                    consumer.accept(Item.builder(String.format("i%02d", item), ItemKind.ALBUM, "")
                                            .genres(item % 2 == 0 ? "rock" : "jazz")
                                            .build());
                                }
                            }

                            @Override
                            public Map<String, String> artistNames() {
                                return Map.of();
                            }

                            @Override
                            public void interactions(Consumer<Interaction> consumer) {}
                        },
                        NOW)
                .build();
    }
}
