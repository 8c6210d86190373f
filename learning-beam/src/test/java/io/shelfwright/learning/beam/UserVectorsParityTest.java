package io.shelfwright.learning.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.engine.userstate.UserStateFold;
import io.shelfwright.engine.vectors.FoldIn;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.learning.uservectors.LocalUserVectors;
import io.shelfwright.learning.uservectors.ShardVectors;
import io.shelfwright.learning.uservectors.UserVectors;
import io.shelfwright.learning.uservectors.UserVectorsJob;
import io.shelfwright.learning.uservectors.UserVectorsSpec;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.UserState;
import io.shelfwright.spi.VectorOrigin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserVectorsParityTest {
    private static final int ITEMS = 60;
    private static final int USERS = 300;
    private static final int SHARDS = 5;
    private static final Instant START = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir
    Path directory;

    private final InMemoryUserStateStore users = new InMemoryUserStateStore();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void somebodyPlays() {
        SplittableRandom random = new SplittableRandom(11);
        for (int user = 0; user < USERS; user++) {
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                InteractionType type = random.nextInt(5) == 0 ? InteractionType.SAVE : InteractionType.PLAY;
                users.append(did(user, i, type, "item-" + random.nextInt(ITEMS + 5), random, ""));
                if (random.nextInt(9) == 0) {
                    users.append(did(user, 1000 + i, InteractionType.UNDO, "item-1", random, "user-" + user + "-" + i));
                }
            }
        }
    }

    @Test
    void flinkFoldsUsersToTheSameBytesAsTheThreadsOfThisMachineAndAsAPageWould() throws Exception {
        SnapshotStore snapshots = published();
        UserVectors local = run("local", new LocalUserVectors(2, line -> {}));
        UserVectors beam = run("beam", this::onFlink);

        for (String file : List.of("meta.json", "users.jsonl", "collaborative.f32", "sessions.f32")) {
            assertThat(directory.resolve("beam/" + file)).hasSameBinaryContentAs(directory.resolve("local/" + file));
        }
        assertThat(out.toString()).contains("folding users [####################] 100 %");
        assertThat(beam.snapshot()).isEqualTo(snapshots.open().version());
        assertThat(local.dimensions()).containsExactly(Map.entry("collaborative", 6), Map.entry("sessions", 3));
        Snapshot snapshot = snapshots.open();
        CatalogData data = CatalogFiles.read(snapshot.catalog());
        ItemCatalog catalog = new ItemCatalog(
                snapshot.version(), data, VectorFiles.readAll(snapshot.vectors(), data.items(), Long.MAX_VALUE));
        int[] counts = new int[2];
        for (String space : List.of(ItemVectors.COLLABORATIVE, ItemVectors.SESSIONS)) {
            beam.forEach(space, (user, version, items, vector) -> {
                UserState state = UserStateFold.fold(
                        UserProfile.unknown(user), users.interactions(user, users.version(user)), catalog);
                Optional<TasteVector> served = state.taste(space);
                assertThat(version).isEqualTo(users.version(user));
                assertThat(items).isEqualTo(served.map(TasteVector::items).orElse(0));
                assertThat(vector)
                        .isEqualTo(served.map(TasteVector::values)
                                .orElse(new float[beam.dimensions().get(space)]));
                counts[served.isPresent() ? 0 : 1]++;
            });
        }
        assertThat(counts[0]).isGreaterThan(USERS);
        assertThat(counts[0] + counts[1]).isEqualTo(2 * beam.users());
    }

    @Test
    void aRunThatWasEndedGoesOnWithWhatWasFinishedAndWhole() throws Exception {
        published();
        Path work = directory.resolve(".user-vectors");
        FileTime past = FileTime.from(START);
        assertThatThrownBy(() -> run("target", spec -> {
                    ShardVectors logic = new ShardVectors(spec);
                    logic.make(0);
                    logic.make(1);
                    throw new CancellationException("the machine went away");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(directory.resolve("target")).doesNotExist();
        byte[] half = Files.readAllBytes(work.resolve("part-00001.vectors"));
        half[half.length / 2] ^= 1;
        Files.write(work.resolve("part-00001.vectors"), half);
        Files.setLastModifiedTime(work.resolve("part-00000.vectors"), past);
        Files.setLastModifiedTime(work.resolve("part-00001.vectors"), past);
        run("target", spec -> {
            new LocalUserVectors(1, line -> {}).run(spec);
            assertThat(modified(work.resolve("part-00000.vectors"))).isEqualTo(past);
            assertThat(modified(work.resolve("part-00001.vectors"))).isNotEqualTo(past);
        });
        run("fresh", new LocalUserVectors(2, line -> {}));

        assertThat(directory.resolve("target/collaborative.f32"))
                .hasSameBinaryContentAs(directory.resolve("fresh/collaborative.f32"));
        assertThat(work).doesNotExist();
    }

    @Test
    void whatWasFinishedBeforeSomebodyPlayedAgainIsNotUsed() throws Exception {
        published();
        assertThatThrownBy(() -> run("target", spec -> {
                    new LocalUserVectors(2, line -> {}).run(spec);
                    throw new CancellationException("just before the end");
                }))
                .isInstanceOf(CancellationException.class);
        users.append(did(7, 5000, InteractionType.PLAY, "item-3", new SplittableRandom(1), ""));
        UserVectors made = run("target", new LocalUserVectors(2, line -> {}));

        made.forEach("collaborative", (user, version, items, vector) -> assertThat(version)
                .isEqualTo(users.version(user)));
    }

    @Test
    void whatIsNotOursIsNeverReplacedAndASnapshotWithoutVectorsIsRefused() throws Exception {
        store().publishCatalog("no vectors", catalog());
        assertThatThrownBy(() -> run("target", spec -> {}))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("vectors train");
        Files.createDirectories(directory.resolve("target/holidays"));
        assertThatThrownBy(() -> run("target", spec -> {}))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("holds no users' vectors");
    }

    private UserVectors run(String target, UserVectorsJob.Executor executor) {
        return UserVectorsJob.run(
                users,
                directory.resolve("snapshots"),
                store().open().version(),
                directory.resolve(target),
                SHARDS,
                executor);
    }

    private void onFlink(UserVectorsSpec spec) {
        Path file = directory.resolve("spec.json");
        try {
            spec.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(Main.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "vectors",
                        "--spec",
                        file.toString(),
                        "--parallelism",
                        "2"))
                .as(err.toString())
                .isZero();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnapshotStore store() {
        return new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(START));
    }

    private SnapshotStore published() {
        SnapshotStore snapshots = store();
        snapshots.publishCatalog("synthetic", catalog());
        List<Item> items = CatalogFiles.read(snapshots.open().catalog()).items();
        snapshots.publishVectors("synthetic", vectors -> {
            VectorFiles.write(
                    vectors, space("collaborative", 6, Optional.of(new FoldIn(0.1, 0.01, 1, 50, 0.5))), items, rows());
            VectorFiles.write(vectors, space("sessions", 3, Optional.empty()), items, rows());
        });
        return snapshots;
    }

    private static VectorSpace space(String name, int dimension, Optional<FoldIn> foldIn) {
        return new VectorSpace(name, dimension, "synthetic", 1, Map.of(), foldIn);
    }

    private static VectorRows rows() {
        return new VectorRows() {
            @Override
            public VectorOrigin origin(int item) {
                return item % 9 == 8 ? VectorOrigin.NONE : VectorOrigin.LEARNED;
            }

            @Override
            public void copy(int item, float[] target) {
                SplittableRandom random = new SplittableRandom(item);
                for (int i = 0; i < target.length; i++) {
                    target[i] = (float) random.nextDouble(-1, 1);
                }
            }
        };
    }

    private static CatalogData catalog() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.builder("item-" + item, ItemKind.ALBUM, "Album " + item)
                    .build());
        }
        return new CatalogData(items, Map.of(), usage(), Collections.nCopies(ITEMS, Neighbours.NONE));
    }

    private static CatalogData.Usage usage() {
        return new CatalogData.Usage(
                new float[ITEMS], new int[ITEMS], new float[ITEMS], new float[ITEMS], new float[ITEMS], Map.of());
    }

    private static Interaction did(
            int user, int number, InteractionType type, String item, SplittableRandom random, String undoes) {
        return new Interaction(
                "user-" + user + "-" + number,
                "user-" + user,
                type,
                TargetType.ITEM,
                item,
                START.plusSeconds(random.nextInt(5_000_000)),
                1,
                "",
                "",
                undoes,
                false);
    }
}
