package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.VectorOrigin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a space of vectors in a snapshot, {@code vectors/<space>/}.
 *
 * <ul>
 *   <li>{@code meta.json}: what was trained, and the fingerprint of the catalog's ids in their order
 *   <li>{@code vectors.f32}: little-endian floats, a row for each item in the catalog's order, zeros where it has none
 *   <li>{@code origins.bin}: a byte for each item: 0 no vector, 1 from content, 2 learned
 *   <li>{@code gram.f64}: where the space has a fold-in, little-endian doubles: the lower triangle of the sum of
 *       {@code v v'} over learned items, column after column
 * </ul>
 */
public final class VectorFiles {
    static final String VECTORS = "vectors.f32";
    static final String ORIGINS = "origins.bin";
    static final String GRAM = "gram.f64";
    private static final VectorOrigin[] KINDS = VectorOrigin.values();

    private VectorFiles() {}

    /**
     * Writes a space.
     *
     * @param vectors the directory {@code vectors} of a snapshot in the making; the space gets a directory in it
     * @param items all items of the snapshot's catalog, in its order
     * @throws IllegalArgumentException if a value is not finite; then nothing of it may be published
     */
    public static void write(Path vectors, VectorSpace space, List<Item> items, VectorRows rows) throws IOException {
        Path directory = vectors.resolve(space.name());
        Files.createDirectories(directory);
        byte[] origins = new byte[items.size()];
        int[] counts = new int[KINDS.length];
        Gram gram = new Gram(space.dimension());
        MessageDigest digest = ItemOrder.sha256();
        float[] none = new float[space.dimension()];
        float[] row = new float[space.dimension()];
        try (MatrixFile.Writer out = new MatrixFile.Writer(directory.resolve(VECTORS), space.dimension(), digest)) {
            for (int item = 0; item < origins.length; item++) {
                VectorOrigin origin = rows.origin(item);
                origins[item] = (byte) origin.ordinal();
                counts[origin.ordinal()]++;
                if (origin == VectorOrigin.NONE) {
                    out.write(none);
                    continue;
                }
                rows.copy(item, row);
                checkFinite(row, items.get(item).id(), space.name());
                if (origin == VectorOrigin.LEARNED) {
                    gram.add(row);
                }
                out.write(row);
            }
        }
        digest.update(origins);
        digest.update(String.valueOf(space.foldIn()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.write(directory.resolve(ORIGINS), origins);
        if (space.foldIn().isPresent()) {
            Files.write(directory.resolve(GRAM), bytes(gram.sum()));
        }
        new VectorMeta(
                        space,
                        HexFormat.of().formatHex(digest.digest(), 0, 8),
                        origins.length,
                        counts[VectorOrigin.CONTENT.ordinal()],
                        counts[VectorOrigin.LEARNED.ordinal()],
                        ItemOrder.fingerprint(items))
                .write(directory);
    }

    /** Returns the names of the spaces in a snapshot's directory of vectors, ascending; none where there is no directory. */
    public static List<String> spaces(Path vectors) {
        if (!Files.isDirectory(vectors)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(vectors)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("cannot list the vectors of a snapshot: " + e, e);
        }
    }

    /** Returns the spaces in a snapshot's directory of vectors, by name; see {@link #read}. */
    public static List<StoredVectors> readAll(Path vectors, List<Item> items, long mapAbove) {
        List<StoredVectors> read = new ArrayList<>();
        for (String space : spaces(vectors)) {
            read.add(read(vectors, space, items, mapAbove));
        }
        return List.copyOf(read);
    }

    /**
     * Reads a space.
     *
     * @param items all items of the snapshot's catalog, in its order
     * @param mapAbove matrices of more bytes are mapped, not loaded
     * @throws SnapshotException if a file is missing or damaged, a value is not finite, or the vectors were made for
     *     another catalog
     */
    public static StoredVectors read(Path vectors, String space, List<Item> items, long mapAbove) {
        Path directory = vectors.resolve(space);
        try {
            VectorMeta meta = VectorMeta.read(directory);
            check(
                    meta.space().name().equals(space),
                    "its meta.json is that of '" + meta.space().name() + "'");
            check(
                    meta.items() == items.size() && meta.itemOrder().equals(ItemOrder.fingerprint(items)),
                    "it was made for a catalog of " + meta.items() + " items, which is not the one of " + items.size()
                            + " items beside it");
            int dimension = meta.space().dimension();
            byte[] origins = origins(directory, meta);
            Path matrix = directory.resolve(VECTORS);
            long size = (long) items.size() * dimension * Float.BYTES;
            check(
                    Files.size(matrix) == size,
                    VECTORS + " has " + Files.size(matrix) + " bytes, " + size + " are needed for dimension "
                            + dimension);
            double[] gram = meta.space().foldIn().isPresent() ? gram(directory, dimension) : new double[0];
            return new StoredVectors(meta, MatrixFile.read(matrix, items.size(), dimension, mapAbove), origins, gram);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new SnapshotException(
                    "the vectors '" + space + "' of a snapshot are damaged: " + e.getMessage()
                            + "; roll back to an earlier snapshot or publish the vectors again",
                    e);
        }
    }

    private static byte[] origins(Path directory, VectorMeta meta) throws IOException {
        byte[] origins = Files.readAllBytes(directory.resolve(ORIGINS));
        check(origins.length == meta.items(), ORIGINS + " has " + origins.length + " bytes, one an item is needed");
        int[] counts = new int[KINDS.length];
        for (byte origin : origins) {
            check(origin >= 0 && origin < KINDS.length, ORIGINS + " holds the unknown origin " + origin);
            counts[origin]++;
        }
        check(
                counts[VectorOrigin.CONTENT.ordinal()] == meta.content()
                        && counts[VectorOrigin.LEARNED.ordinal()] == meta.learned(),
                ORIGINS + " does not agree with " + VectorMeta.FILE);
        return origins;
    }

    private static double[] gram(Path directory, int dimension) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(GRAM));
        double[] gram = new double[Packed.length(dimension)];
        check(bytes.length == gram.length * Double.BYTES, GRAM + " has " + bytes.length + " bytes");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(gram);
        for (double value : gram) {
            check(Double.isFinite(value), GRAM + " holds a value that is not finite");
        }
        return gram;
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }

    private static void checkFinite(float[] row, String itemId, String space) {
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("the vector of item '" + itemId + "' in '" + space + "' holds "
                        + value + "; nothing is published: train again with more regularisation");
            }
        }
    }

    private static void check(boolean holds, String message) throws IOException {
        if (!holds) {
            throw new IOException(message);
        }
    }
}
