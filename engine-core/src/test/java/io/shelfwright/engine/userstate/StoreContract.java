package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.UserStateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of users must do. */
abstract class StoreContract {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    abstract UserStateStore store();

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    @Test
    void anUnknownUserHasNothing() {
        assertThat(store().version("nobody")).isZero();
        assertThat(store().interactions("nobody", 10)).isEmpty();
        assertThat(store().profile("nobody")).isEmpty();
    }

    @Test
    void interactionsComeBackInTheOrderOfRecordingAndByVersion() {
        List<Interaction> recorded = RandomInteractions.of(new Random(3), 200);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(store().append(recorded.get(i))).isEqualTo(i + 1);
        }

        assertThat(store().version("user")).isEqualTo(200);
        assertThat(store().interactions("user", 200)).isEqualTo(recorded);
        assertThat(store().interactions("user", 57)).isEqualTo(recorded.subList(0, 57));
        assertThat(store().interactions("user", 0)).isEmpty();
        assertThat(store().interactions("user", Long.MAX_VALUE)).hasSize(200);
    }

    @Test
    void aRepeatedIdIsStoredOncePerUser() {
        Interaction play = play("u", "once");

        assertThat(store().append(play)).isEqualTo(1);
        assertThat(store().append(play)).isEqualTo(-2);
        assertThat(store().append(play("v", "once"))).isEqualTo(1);
        assertThat(store().append(play("u", "again"))).isEqualTo(2);
        assertThat(store().interactions("u", 9)).hasSize(2);
    }

    @Test
    void bulkAppendingTwiceStoresOnce() {
        List<Interaction> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(play("user" + i % 7, "id" + i));
        }
        store().append(many.get(10));

        store().appendAll(many);
        store().appendAll(many);

        long total = 0;
        for (int user = 0; user < 7; user++) {
            total += store().version("user" + user);
            assertThat(store().interactions("user" + user, Long.MAX_VALUE))
                    .hasSize((int) store().version("user" + user));
        }
        assertThat(total).isEqualTo(3000);
    }

    @Test
    void usersComeOnceInAscendingOrder() {
        store().putProfile(UserProfile.unknown("b"));
        store().append(play("a", "1"));
        store().append(play("b", "1"));
        store().append(play("b", "2"));
        store().putProfile(UserProfile.unknown("c"));
        store().append(play("ä", "1"));

        List<String> users = new ArrayList<>();
        store().users(users::add);

        assertThat(users).containsExactly("a", "b", "c", "ä");
    }

    @Test
    void anErasedUserIsLikeOneNobodyKnowsAndTheOthersStay() {
        for (String user : List.of("a", "ab", "b")) {
            store().putProfile(UserProfile.unknown(user));
            for (int i = 0; i < 30; i++) {
                store().append(play(user, "id" + i));
            }
        }

        store().erase("a");
        store().erase("a");
        store().erase("nobody");

        assertThat(store().version("a")).isZero();
        assertThat(store().interactions("a", Long.MAX_VALUE)).isEmpty();
        assertThat(store().profile("a")).isEmpty();
        List<String> users = new ArrayList<>();
        store().users(users::add);
        assertThat(users).containsExactly("ab", "b");
        assertThat(store().interactions("ab", 99)).hasSize(30);
        assertThat(store().append(play("a", "id3"))).isEqualTo(1);
        assertThat(store().append(play("b", "id3"))).isEqualTo(-31);
    }

    @Test
    void whatLeadsFromOneVersionToAnotherIsReadAlone() {
        List<Interaction> recorded = RandomInteractions.of(new Random(4), 50);
        store().appendAll(recorded);

        assertThat(store().interactions("user", 0, 50)).isEqualTo(recorded);
        assertThat(store().interactions("user", 17, 23)).isEqualTo(recorded.subList(17, 23));
        assertThat(store().interactions("user", 48, 99)).isEqualTo(recorded.subList(48, 50));
        assertThat(store().interactions("user", 50, 50)).isEmpty();
    }

    @Test
    void profilesComeBackAsTheyWerePut() {
        UserProfile full = new UserProfile("u", "SE", "sv", 41, true, "premium", NOON.plusNanos(7));
        store().putProfile(UserProfile.unknown("u"));
        store().putProfile(full);

        assertThat(store().profile("u")).contains(full);
    }

    @Test
    void anyIdComesBackAsItWas() {
        List<String> ids = List.of(
                "x".repeat(512),
                "日本語のアーティスト",
                "\uD83C\uDFB5".repeat(256),
                "line\nbreak\ttab\"quote\\",
                "\u0001\uFFFF",
                "مرحبا \u202e rtl");
        for (String id : ids) {
            Interaction odd = new Interaction(
                    id, id, InteractionType.HIDE, TargetType.GENRE, id, EARLIEST, 0.1, id, id, "", true);
            assertThat(store().append(odd)).as(id).isEqualTo(1);
            assertThat(store().interactions(id, 5)).containsExactly(odd);
            Interaction undo = Feedback.undo(id, id).withId("undo").at(LATEST);
            assertThat(store().append(undo)).isEqualTo(2);
            assertThat(store().interactions(id, 5)).containsExactly(odd, undo);
        }
    }

    @Test
    void withoutIdOrTimeNothingIsStored() {
        assertThatThrownBy(() -> store().append(
                                Interaction.of("u", InteractionType.PLAY, "a").at(NOON)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no id");
        assertThatThrownBy(() -> store().appendAll(List.of(
                        play("u", "1"),
                        Interaction.of("u", InteractionType.PLAY, "a").withId("2"))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no time");
        assertThat(store().version("u")).isZero();
    }

    @Test
    void concurrentAppendsLoseNothingAndGiveEachVersionOnce() throws Exception {
        int threads = 8;
        int each = 40;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<Long>>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                writers.add(() -> {
                    List<Long> versions = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        versions.add(store().append(play("same", thread + "-" + i)));
                    }
                    return versions;
                });
            }
            Set<Long> versions = new HashSet<>();
            for (Future<List<Long>> written : pool.invokeAll(writers)) {
                versions.addAll(written.get());
            }
            assertThat(versions).hasSize(threads * each);
            assertThat(store().interactions("same", Long.MAX_VALUE)).hasSize(threads * each);
        } finally {
            pool.shutdownNow();
        }
    }

    static Interaction play(String user, String id) {
        return Interaction.of(user, InteractionType.PLAY, "item").withId(id).at(NOON);
    }
}
