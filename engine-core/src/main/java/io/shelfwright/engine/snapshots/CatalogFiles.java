package io.shelfwright.engine.snapshots;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.Neighbours;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a catalog in a snapshot: {@code items.jsonl}, {@code artists.json}, {@code usage.bin}. */
public final class CatalogFiles {
    private static final int MAGIC = 0x53575531; // "SWU1": usage columns and neighbours, version 1
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogFiles() {}

    public static void write(Path directory, CatalogData data) throws IOException {
        Files.createDirectories(directory);
        try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve("items.jsonl"))) {
            for (Item item : data.items()) {
                writer.write(ItemJson.write(item));
                writer.newLine();
            }
        }
        JSON.writeValue(directory.resolve("artists.json").toFile(), new TreeMap<>(data.artistNames()));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(directory.resolve("usage.bin"))))) {
            writeUsage(out, data);
        }
    }

    /**
     * Reads a catalog.
     *
     * @throws SnapshotException if a file is missing or damaged
     */
    public static CatalogData read(Path directory) {
        Path current = directory.resolve("items.jsonl");
        try {
            List<Item> items = Files.readAllLines(current).parallelStream()
                    .map(ItemJson::read)
                    .toList();
            current = directory.resolve("artists.json");
            @SuppressWarnings("unchecked") // written by write()
            Map<String, String> artists = JSON.readValue(current.toFile(), Map.class);
            current = directory.resolve("usage.bin");
            return readUsage(ByteBuffer.wrap(Files.readAllBytes(current)), items, artists);
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            throw new SnapshotException(
                    "the catalog file " + current.getFileName() + " of a snapshot is damaged: " + e.getMessage()
                            + "; roll back to an earlier snapshot or publish a new one",
                    e);
        }
    }

    private static void writeUsage(DataOutputStream out, CatalogData data) throws IOException {
        CatalogData.Usage usage = data.usage();
        out.writeInt(MAGIC);
        out.writeInt(data.items().size());
        for (int i = 0; i < data.items().size(); i++) {
            out.writeFloat(usage.plays()[i]);
            out.writeInt(usage.listeners()[i]);
            out.writeFloat(usage.recentPlays()[i]);
            out.writeFloat(usage.views()[i]);
            out.writeFloat(usage.engagements()[i]);
        }
        out.writeInt(usage.marketPlays().size());
        for (Map.Entry<String, float[]> market : new TreeMap<>(usage.marketPlays()).entrySet()) {
            out.writeUTF(market.getKey());
            for (float plays : market.getValue()) {
                out.writeFloat(plays);
            }
        }
        for (Neighbours neighbours : data.neighbours()) {
            out.writeInt(neighbours.size());
            for (int k = 0; k < neighbours.size(); k++) {
                out.writeInt(neighbours.item(k));
                out.writeFloat(neighbours.similarity(k));
            }
        }
    }

    private static CatalogData readUsage(ByteBuffer in, List<Item> items, Map<String, String> artists)
            throws IOException {
        int size = items.size();
        if (in.getInt() != MAGIC || in.getInt() != size) {
            throw new IOException("it does not belong to these " + size + " items");
        }
        CatalogData.Usage usage = CatalogData.Usage.empty(size);
        for (int i = 0; i < size; i++) {
            usage.plays()[i] = in.getFloat();
            usage.listeners()[i] = in.getInt();
            usage.recentPlays()[i] = in.getFloat();
            usage.views()[i] = in.getFloat();
            usage.engagements()[i] = in.getFloat();
        }
        int markets = in.getInt();
        for (int m = 0; m < markets; m++) {
            float[] plays = new float[size];
            usage.marketPlays().put(text(in), plays);
            for (int i = 0; i < size; i++) {
                plays[i] = in.getFloat();
            }
        }
        List<Neighbours> neighbours = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            neighbours.add(readNeighbours(in, size));
        }
        return new CatalogData(items, artists, usage, neighbours);
    }

    private static Neighbours readNeighbours(ByteBuffer in, int size) throws IOException {
        int count = in.getInt();
        if (count < 0 || count > size) {
            throw new IOException("an item has " + count + " neighbours in a catalog of " + size);
        }
        int[] near = new int[count];
        float[] similarities = new float[count];
        for (int k = 0; k < count; k++) {
            near[k] = in.getInt();
            similarities[k] = in.getFloat();
        }
        return count == 0 ? Neighbours.NONE : new Neighbours(near, similarities);
    }

    /** Reads what {@link DataOutputStream#writeUTF} wrote. */
    private static String text(ByteBuffer in) throws IOException {
        int start = in.position();
        int length = Short.BYTES + Short.toUnsignedInt(in.getShort());
        in.position(start);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new DataInputStream(new ByteArrayInputStream(bytes)).readUTF();
    }
}
