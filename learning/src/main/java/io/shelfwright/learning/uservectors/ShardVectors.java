package io.shelfwright.learning.uservectors;

import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.FoldedUserState;
import io.shelfwright.engine.userstate.UserStateFold;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.learning.job.CheckedFile;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.TasteVector;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vectors of the users of one shard: what every executor calls for each of them. Thread-safe.
 *
 * <p>A user's vector is that of {@code UserState.taste}: the same fold over what was recorded gives it here and to a page.
 */
public final class ShardVectors {
    private static final long MAP_ABOVE = 1L << 28;

    private final ItemCatalog catalog;
    private final Path work;

    /** Opens the snapshot of a spec. */
    public ShardVectors(UserVectorsSpec spec) {
        Snapshot snapshot = new SnapshotStore(Path.of(spec.snapshots()), InstantSource.system()).open(spec.snapshot());
        CatalogData data = CatalogFiles.read(snapshot.catalog());
        catalog = new ItemCatalog(
                snapshot.version(), data, VectorFiles.readAll(snapshot.vectors(), data.items(), MAP_ABOVE));
        work = Path.of(spec.work());
    }

    /** Returns the spaces that there are vectors of. */
    List<ItemVectors> spaces() {
        List<ItemVectors> spaces = new ArrayList<>();
        catalog.vectorSpaces()
                .forEach(space -> spaces.add(catalog.vectors(space).orElseThrow()));
        return spaces;
    }

    /** Computes and keeps the vectors of a shard, unless an earlier run has. */
    public void make(int shard) {
        Path part = part(work, shard);
        if (CheckedFile.read(part).isEmpty()) {
            List<ItemVectors> spaces = spaces();
            CheckedFile.write(
                    part,
                    out -> UserHistories.read(work, shard, (user, version, recorded) -> {
                        FoldedUserState state = UserStateFold.fold(UserProfile.unknown(user), recorded, catalog);
                        write(out, user, version, state, spaces);
                    }));
        }
    }

    private static void write(
            DataOutputStream out, String user, long version, FoldedUserState state, List<ItemVectors> spaces) {
        try {
            out.writeUTF(user);
            out.writeLong(version);
            for (ItemVectors space : spaces) {
                Optional<TasteVector> vector = state.taste(space.space());
                out.writeInt(vector.map(TasteVector::items).orElse(0));
                for (float value : vector.map(TasteVector::values).orElse(new float[space.dimension()])) {
                    out.writeInt(Float.floatToRawIntBits(value));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many shards are finished. */
    public static int finished(Path work, int shards) {
        int finished = 0;
        for (int shard = 0; shard < shards; shard++) {
            finished += Files.exists(part(work, shard)) ? 1 : 0;
        }
        return finished;
    }

    static Path part(Path work, int shard) {
        return work.resolve(String.format(Locale.ROOT, "part-%05d.vectors", shard));
    }
}
