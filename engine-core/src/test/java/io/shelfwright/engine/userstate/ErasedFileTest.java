package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the files of a store: nothing of who was erased, no loss that goes unnoticed, no endless growth. */
class ErasedFileTest {
    private static final String MARKER = "erase-me-7f3a9c";

    @TempDir
    Path directory;

    @Test
    void noByteOfAnErasedUserIsLeftInTheFile() throws Exception {
        Random random = new Random(1);
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            for (int i = 0; i < 3_000; i++) {
                String user = random.nextInt(3) == 0 ? MARKER : "user" + random.nextInt(20);
                store.append(interaction(user, "id" + i, random));
            }
            store.putProfile(UserProfile.unknown(MARKER));
            assertThat(holdsMarker()).isTrue();

            store.erase(MARKER);

            assertThat(holdsMarker()).isFalse();
            assertThat(store.append(RandomInteractions.play("user1", "new"))).isPositive();
        }
        assertThat(holdsMarker()).isFalse();
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            assertThat(store.version(MARKER)).isZero();
            assertThat(store.version("user1")).isPositive();
        }
    }

    @Test
    void othersAreRecordedAndReadWhileAUserIsErased() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            List<Interaction> many = new ArrayList<>();
            for (int i = 0; i < 30_000; i++) {
                many.add(RandomInteractions.play(i % 5 == 0 ? MARKER : "user" + i % 300, "id" + i));
            }
            store.appendAll(many);
            List<Future<Set<String>>> writers = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                String prefix = "writer" + t + "-";
                writers.add(pool.submit(() -> {
                    Set<String> written = new HashSet<>();
                    for (int i = 0; !done.get(); i++) {
                        assertThat(store.append(RandomInteractions.play("busy", prefix + i)))
                                .isPositive();
                        assertThat(store.version("busy")).isPositive();
                        written.add(prefix + i);
                    }
                    return written;
                }));
            }
            for (int i = 0; i < 4; i++) {
                store.erase(MARKER);
                assertThat(store.version(MARKER)).isZero();
                store.append(RandomInteractions.play(MARKER, "again" + i));
            }
            store.erase(MARKER);
            done.set(true);

            Set<String> expected = new HashSet<>();
            for (Future<Set<String>> writer : writers) {
                expected.addAll(writer.get());
            }
            Set<String> found = new HashSet<>();
            store.interactions("busy", Long.MAX_VALUE).forEach(interaction -> found.add(interaction.id()));
            assertThat(found).isEqualTo(expected).isNotEmpty();
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
        assertThat(holdsMarker()).isFalse();
    }

    @Test
    void aCopyThatACrashLeftBehindIsRemovedAndErasingCanBeRepeated() throws Exception {
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            store.append(RandomInteractions.play(MARKER, "1"));
            store.append(RandomInteractions.play("other", "1"));
        }
        Files.writeString(directory.resolve("users.mv.rewritten"), "half a copy with " + MARKER);

        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            assertThat(directory.resolve("users.mv.rewritten")).doesNotExist();
            store.erase(MARKER);
            assertThat(store.version("other")).isEqualTo(1);
        }
        assertThat(holdsMarker()).isFalse();
    }

    @Test
    void aFileThatLostCommitsIsRefusedAndSaysWhatToDo() throws Exception {
        Path file = directory.resolve("users.mv");
        Path older = directory.resolve("older");
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            store.append(RandomInteractions.play("u", "1"));
        }
        Files.copy(file, older);
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            store.append(RandomInteractions.play("u", "2"));
        }
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> MvUserStateStore.open(directory))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining("acknowledged")
                .hasMessageContaining("users.mv.last");

        Files.delete(directory.resolve("users.mv.last"));
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            assertThat(store.version("u")).isEqualTo(1);
        }
    }

    @Test
    void aFileThatWasCutOffAnywhereIsRefusedOrWhole() throws Exception {
        Path file = directory.resolve("users.mv");
        try (MvUserStateStore store = MvUserStateStore.open(directory)) {
            for (int i = 0; i < 300; i++) {
                store.append(interaction("u" + i % 7, "id" + i, new Random(i)));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int part = 1; part < 16; part++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * part / 16));
            try (MvUserStateStore store = MvUserStateStore.open(directory)) {
                long total = 0;
                for (int user = 0; user < 7; user++) {
                    total += store.version("u" + user);
                }
                assertThat(total).as("cut to " + part + "/16").isEqualTo(300);
            } catch (UserStateException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(8);
    }

    @Test
    void aUserIsBoundedAndTheFileWithIt() throws Exception {
        try (MvUserStateStore store = MvUserStateStore.open(directory, 400)) {
            Random random = new Random(2);
            List<Interaction> many = RandomInteractions.of(random, 20_000);
            long sizeEarly = 0;
            for (int from = 0; from < many.size(); from += 500) {
                store.appendAll(many.subList(from, from + 500));
                assertThat(store.interactions("user", Long.MAX_VALUE)).hasSizeLessThanOrEqualTo(400);
                if (from == 4_000) {
                    sizeEarly = Files.size(directory.resolve("users.mv"));
                }
            }
            assertThat(store.version("user")).isEqualTo(20_000);
            assertThat(store.oldest("user")).isBetween(19_000L, 20_000L);
            assertThat(Files.size(directory.resolve("users.mv"))).isLessThan(3 * sizeEarly + (1 << 20));
        }
    }

    private static Interaction interaction(String user, String id, Random random) {
        Interaction one = RandomInteractions.one(random, id);
        return new Interaction(
                id,
                user,
                one.type(),
                one.targetType(),
                one.targetId(),
                RandomInteractions.START,
                one.amount(),
                one.requestId(),
                one.shelfId(),
                "",
                one.explored());
    }

    private boolean holdsMarker() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER)) {
                    return true;
                }
            }
        }
        return false;
    }
}
