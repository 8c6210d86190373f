package io.shelfwright.engine.userstate;

import static io.shelfwright.engine.userstate.RandomInteractions.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserStateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvUserStateStoreTest {
    @TempDir
    Path directory;

    private MvUserStateStore store;

    @BeforeEach
    void open() {
        store = MvUserStateStore.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSecondOwnerIsToldThatTheDirectoryIsInUse() {
        assertThatThrownBy(() -> MvUserStateStore.open(directory))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("is in use")
                .hasMessageContaining("close that one first");
    }

    @Test
    void anotherProcessIsToldThatTheDirectoryIsInUse(@TempDir Path other) throws Exception {
        Path output = directory.resolve("acknowledged");
        Process owner = RecordingProcess.start(other, "owner", false, output);
        try {
            awaitLines(output, 1);

            assertThatThrownBy(() -> MvUserStateStore.open(other))
                    .isInstanceOf(UserStateException.class)
                    .hasMessageContaining("is in use");
        } finally {
            owner.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDamagedFileIsNamedWithWhatToDo(@TempDir Path other) throws Exception {
        Path file = other.resolve("users.mv");
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(file, garbage);

        assertThatThrownBy(() -> MvUserStateStore.open(other))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("restore the file from a backup");
        assertThat(file).hasBinaryContent(garbage);
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        assertThatThrownBy(() -> MvUserStateStore.open(file))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();

        assertThatThrownBy(() -> store.append(play("u", "1")))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store.version("u"))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void anInterruptedThreadLeavesTheStoreOpenForOthers() {
        store.append(play("u", "1"));
        Thread.currentThread().interrupt();
        try {
            assertThat(store.append(play("u", "2"))).isEqualTo(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(store.append(play("u", "3"))).isEqualTo(3);
        assertThat(store.interactions("u", 9)).hasSize(3);
    }

    /** Kills 10 times; {@code -Dshelfwright.kills=100} kills as often as one likes. Every other time a user is being erased. */
    @Test
    void whatWasAcknowledgedIsThereAfterTheProcessIsKilledAtAnyMoment(@TempDir Path other) throws Exception {
        int kills = Integer.getInteger("shelfwright.kills", 10);
        Random random = new Random(4);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < kills; round++) {
            Path output = directory.resolve("acknowledged" + round);
            Process process = RecordingProcess.start(other, "round" + round, round % 2 == 1, output);
            awaitLines(output, 1 + random.nextInt(90));
            Thread.sleep(0, random.nextInt(999_999));
            process.destroyForcibly().waitFor();
            acknowledged.addAll(Files.readAllLines(output));

            assertThat(stored(other)).as("round " + round).containsAll(complete(acknowledged));
        }
        assertThat(complete(acknowledged)).hasSizeGreaterThan(20 * kills);
    }

    @Test
    void manyCommitsDoNotLetTheFileGrowWithoutEnd() throws Exception {
        for (int i = 0; i < 600; i++) {
            store.append(play("user" + i % 50, "id" + i));
        }
        store.close();

        assertThat(Files.size(directory.resolve("users.mv"))).isLessThan(8L << 20);
        open();
        long total = 0;
        for (int i = 0; i < 50; i++) {
            total += store.version("user" + i);
        }
        assertThat(total).isEqualTo(600);
    }

    /** The last line may be cut off where the process died while printing it. */
    private static Set<String> complete(Set<String> lines) {
        Set<String> complete = new HashSet<>(lines);
        complete.removeIf(line -> !line.matches("user\\d round\\d+-\\d-\\d+"));
        return complete;
    }

    private static Set<String> stored(Path directory) {
        Set<String> found = new HashSet<>();
        try (MvUserStateStore reopened = MvUserStateStore.open(directory)) {
            List<String> users = new ArrayList<>();
            reopened.users(users::add);
            for (String user : users) {
                List<Interaction> interactions = reopened.interactions(user, Long.MAX_VALUE);
                assertThat(interactions).hasSize((int) reopened.version(user));
                assertThat(interactions).extracting(Interaction::id).doesNotHaveDuplicates();
                interactions.forEach(interaction -> found.add(user + " " + interaction.id()));
            }
        }
        return found;
    }

    private static void awaitLines(Path file, int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readAllLines(file).size() >= count);
    }
}
