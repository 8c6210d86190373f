package io.shelfwright.engine.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.VectorIndexing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds and opens the indices of nearest neighbours of a snapshot's vectors, in {@code vectors/<space>/index/}: one for dot
 * products, with which a user's vector is compared, and one for cosines between items.
 *
 * @param factory name of the indexing, which the files of the index carry
 * @param indexing what builds and opens them
 * @param exactUpTo spaces of at most this many items with a vector get no index
 */
public record VectorIndexes(String factory, VectorIndexing indexing, int exactUpTo) {
    private static final Logger LOG = LoggerFactory.getLogger(VectorIndexes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX = "index";
    private static final String META = "index.json";
    private static final String DOTS = "dot";
    private static final String COSINES = "cosine";

    /**
     * Builds the indices of every space that was written, where they are worth it.
     *
     * @param vectors the directory of vectors of a snapshot in the making
     * @param items all items of its catalog
     * @param threads how many threads may work; with one, the same vectors give the same files
     */
    public void build(Path vectors, List<Item> items, int threads) throws IOException {
        for (String space : VectorFiles.spaces(vectors)) {
            StoredVectors stored = VectorFiles.read(vectors, space, items, 0);
            if (stored.known() > exactUpTo) {
                build(vectors.resolve(space).resolve(INDEX), stored, threads);
            }
        }
    }

    /** Builds the indices of those spaces that are worth it and have none of this factory for their present vectors. */
    public void complete(Path vectors, List<Item> items, int threads) throws IOException {
        for (String space : VectorFiles.spaces(vectors)) {
            StoredVectors stored = VectorFiles.read(vectors, space, items, 0);
            Path index = vectors.resolve(space).resolve(INDEX);
            if (stored.known() > exactUpTo && !isOf(stored, index)) {
                LOG.info("building the index '{}' of {} items of the vectors '{}'", factory, stored.known(), space);
                build(index, stored, threads);
            }
        }
    }

    private void build(Path index, StoredVectors stored, int threads) throws IOException {
        Files.deleteIfExists(index.resolve(META));
        long seed = stored.description().seed();
        for (String part : List.of(DOTS, COSINES)) {
            indexing.build(
                    stored.points(part.equals(DOTS)), Files.createDirectories(index.resolve(part)), seed, threads);
        }
        JSON.writeValue(index.resolve(META).toFile(), Map.of("factory", factory, "version", stored.version()));
    }

    private boolean isOf(StoredVectors stored, Path index) throws IOException {
        if (!Files.exists(index.resolve(META))) {
            return false;
        }
        JsonNode meta = JSON.readTree(index.resolve(META).toFile());
        return meta.path("factory").asText().equals(factory)
                && meta.path("version").asText().equals(stored.version());
    }

    /**
     * Returns a space with its indices; as it is where it is small, or has none of this factory.
     *
     * @throws SnapshotException if an index is damaged
     */
    public StoredVectors open(Path vectors, StoredVectors stored) {
        if (stored.known() <= exactUpTo) {
            return stored;
        }
        Path index = vectors.resolve(stored.space()).resolve(INDEX);
        try {
            if (!isOf(stored, index)) {
                LOG.warn(
                        "the {} items of the vectors '{}' have no index '{}' in this snapshot, so every search looks at"
                                + " all of them; publish the vectors again to build it",
                        stored.known(),
                        stored.space(),
                        factory);
                return stored;
            }
            return stored.withIndices(
                    open(index.resolve(DOTS), stored, true), open(index.resolve(COSINES), stored, false));
        } catch (IOException e) {
            throw new SnapshotException(
                    "the index of the vectors '" + stored.space() + "' of a snapshot cannot be opened: "
                            + e.getMessage() + "; roll back to an earlier snapshot or publish the vectors again",
                    e);
        }
    }

    private NeighbourIndex open(Path directory, StoredVectors stored, boolean dots) throws IOException {
        SpherePoints points = stored.points(dots);
        return new NeighbourIndex(points, indexing.open(points, directory));
    }

    /** Opens every space; what was opened is closed again where a later one cannot be. */
    public List<StoredVectors> openAll(Path vectors, List<StoredVectors> spaces) {
        List<StoredVectors> opened = new ArrayList<>();
        try {
            spaces.forEach(space -> opened.add(open(vectors, space)));
            return List.copyOf(opened);
        } catch (RuntimeException | LinkageError e) {
            opened.forEach(StoredVectors::close);
            throw e;
        }
    }
}
