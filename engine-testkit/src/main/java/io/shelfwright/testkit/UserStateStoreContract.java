package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of users keeps to, wherever it keeps them; extend it and make an instance. */
public abstract class UserStateStoreContract {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    @TempDir
    Path directory;

    private UserStateStore store;

    /** Makes the instance under test; relative paths start at the context's base directory, which is empty at first. */
    protected abstract UserStateStore store(InstanceContext context);

    /** Returns whether another instance made of the same context finds what an earlier one was given; false. */
    protected boolean outlivesItsInstance() {
        return false;
    }

    /** Returns the store that the present test works on. */
    protected final UserStateStore store() {
        return store;
    }

    @BeforeEach
    void open() {
        store = store(EarlyContext.withoutCatalog(TestContext.empty().withBaseDirectory(directory)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anUnknownUserHasNothing() {
        assertThat(store.version("nobody")).isZero();
        assertThat(store.interactions("nobody", 10)).isEmpty();
        assertThat(store.interactions("nobody", 0, 10)).isEmpty();
        assertThat(store.profile("nobody")).isEmpty();
    }

    @Test
    void interactionsComeBackInTheOrderOfRecordingAndByVersion() {
        List<Interaction> recorded = SampleRecords.interactions("user", 200);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(store.append(recorded.get(i))).isEqualTo(i + 1);
        }

        assertThat(store.version("user")).isEqualTo(200);
        assertThat(store.interactions("user", 200)).isEqualTo(recorded);
        assertThat(store.interactions("user", 57)).isEqualTo(recorded.subList(0, 57));
        assertThat(store.interactions("user", 0)).isEmpty();
        assertThat(store.interactions("user", Long.MAX_VALUE)).isEqualTo(recorded);
    }

    @Test
    void whatLeadsFromOneVersionToAnotherCanBeReadAlone() {
        List<Interaction> recorded = SampleRecords.interactions("user", 90);
        store.appendAll(recorded);

        assertThat(store.interactions("user", 0, 90)).isEqualTo(recorded);
        assertThat(store.interactions("user", 31, 47)).isEqualTo(recorded.subList(31, 47));
        assertThat(store.interactions("user", 89, Long.MAX_VALUE)).isEqualTo(recorded.subList(89, 90));
        assertThat(store.interactions("user", 90, 90)).isEmpty();
        assertThat(store.interactions("user", 90, 120)).isEmpty();
    }

    @Test
    void aRepeatedIdIsStoredOncePerUser() {
        Interaction play = SampleRecords.play("u", "once");

        assertThat(store.append(play)).isEqualTo(1);
        assertThat(store.append(play)).isEqualTo(-2);
        assertThat(store.append(SampleRecords.play("v", "once"))).isEqualTo(1);
        assertThat(store.append(SampleRecords.play("u", "again"))).isEqualTo(2);
        assertThat(store.interactions("u", 9)).hasSize(2);
    }

    @Test
    void appendingManyTwiceStoresThemOnceInTheirOrder() {
        List<Interaction> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(SampleRecords.play("user" + i % 7, "id" + i));
        }
        store.append(many.get(0));

        store.appendAll(many);
        store.appendAll(many);

        for (int user = 0; user < 7; user++) {
            String name = "user" + user;
            List<Interaction> own = many.stream()
                    .filter(interaction -> interaction.userId().equals(name))
                    .toList();
            assertThat(store.version(name)).isEqualTo(own.size());
            assertThat(store.interactions(name, Long.MAX_VALUE)).isEqualTo(own);
        }
    }

    @Test
    void usersComeOnceInAscendingOrder() {
        store.putProfile(UserProfile.unknown("b"));
        store.append(SampleRecords.play("a", "1"));
        store.append(SampleRecords.play("b", "1"));
        store.append(SampleRecords.play("b", "2"));
        store.putProfile(UserProfile.unknown("c"));
        store.append(SampleRecords.play("\u00E4", "1"));

        List<String> users = new ArrayList<>();
        store.users(users::add);

        assertThat(users).containsExactly("a", "b", "c", "\u00E4");
    }

    @Test
    void anErasedUserIsLikeOneNobodyKnowsAndTheOthersStay() {
        for (String user : List.of("a", "ab", "b")) {
            store.putProfile(UserProfile.unknown(user));
            for (int i = 0; i < 30; i++) {
                store.append(SampleRecords.play(user, "id" + i));
            }
        }

        store.erase("a");
        store.erase("a");
        store.erase("nobody");

        assertThat(store.version("a")).isZero();
        assertThat(store.interactions("a", Long.MAX_VALUE)).isEmpty();
        assertThat(store.profile("a")).isEmpty();
        List<String> users = new ArrayList<>();
        store.users(users::add);
        assertThat(users).containsExactlyInAnyOrder("ab", "b");
        assertThat(store.interactions("ab", 99)).hasSize(30);
        assertThat(store.append(SampleRecords.play("a", "id3"))).isEqualTo(1);
        assertThat(store.append(SampleRecords.play("b", "id3"))).isEqualTo(-31);
    }

    @Test
    void theLastProfileThatWasPutComesBack() {
        UserProfile full = new UserProfile("u", "SE", "sv", 41, true, "premium", TestRequests.AT.plusNanos(7));
        store.putProfile(UserProfile.unknown("u"));
        store.putProfile(full);

        assertThat(store.profile("u")).contains(full);
        assertThat(store.version("u"))
                .as("version of a user with a profile alone")
                .isZero();
    }

    @Test
    void anyIdComesBackAsItWas() {
        for (String id : List.of(
                "x".repeat(512),
                "\u65E5\u672C\u8A9E",
                "\uD83C\uDFB5".repeat(256),
                "line\nbreak\ttab\"quote\\",
                "\u0001\uFFFF",
                "\u0645\u0631\u062D\u0628\u0627 \u202e rtl")) {
            NamedCase.run(id, () -> {
                Interaction odd = new Interaction(
                        id, id, InteractionType.HIDE, TargetType.GENRE, id, EARLIEST, 0.1, id, id, "", true);
                assertThat(store.append(odd)).isEqualTo(1);
                assertThat(store.interactions(id, 5)).containsExactly(odd);
                Interaction undo = Feedback.undo(id, id).withId("undo").at(LATEST);
                assertThat(store.append(undo)).isEqualTo(2);
                assertThat(store.interactions(id, 5)).containsExactly(odd, undo);
            });
        }
    }

    @Test
    void withoutIdOrTimeNothingIsStored() {
        Interaction play = Interaction.of("u", InteractionType.PLAY, "a");
        assertThatThrownBy(() -> store.append(play.at(TestRequests.AT)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no id");
        assertThatThrownBy(() -> store.appendAll(List.of(SampleRecords.play("u", "1"), play.withId("2"))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no time");
        assertThat(store.version("u")).isZero();
    }

    @Test
    void whatWasReadDoesNotChangeWithWhatIsAppendedLater() {
        store.append(SampleRecords.play("u", "1"));
        List<Interaction> read = store.interactions("u", Long.MAX_VALUE);
        store.append(SampleRecords.play("u", "2"));

        assertThat(read).containsExactly(SampleRecords.play("u", "1"));
    }

    @Test
    void fourThreadsAtOnceLoseNothingAndGetEachVersionOnce() throws Exception {
        int each = 60;
        AtomicInteger thread = new AtomicInteger();
        List<Long> versions = new ArrayList<>();
        for (List<Long> written : FourThreads.ask(() -> {
            int number = thread.incrementAndGet();
            List<Long> own = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                own.add(store.append(SampleRecords.play("same", number + "-" + i)));
            }
            return own;
        })) {
            versions.addAll(written);
        }

        assertThat(versions).doesNotHaveDuplicates().hasSize(4 * each);
        assertThat(store.interactions("same", Long.MAX_VALUE)).hasSize(4 * each);
    }

    @Test
    void everythingIsThereInTheNextInstance() {
        Assumptions.assumeTrue(outlivesItsInstance(), "this store keeps nothing beyond its instance");
        List<Interaction> recorded = SampleRecords.interactions("user", 300);
        store.appendAll(recorded);
        store.putProfile(UserProfile.unknown("user").withMarket("SE"));
        store.close();

        open();

        assertThat(store.interactions("user", Long.MAX_VALUE)).isEqualTo(recorded);
        assertThat(store.profile("user")).contains(UserProfile.unknown("user").withMarket("SE"));
        assertThat(store.append(recorded.get(0))).isEqualTo(-301);
    }

    @Test
    void closingTwiceIsNoTrouble() {
        store.close();
        store.close();
    }
}
