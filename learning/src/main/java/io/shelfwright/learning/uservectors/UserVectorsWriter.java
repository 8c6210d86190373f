package io.shelfwright.learning.uservectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.spi.ItemVectors;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the finished parts as the files that {@link UserVectors} describes; for one use. */
final class UserVectorsWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final String snapshot;
    private final List<ItemVectors> spaces;
    private final OutputStream users;
    private final List<OutputStream> values = new ArrayList<>();
    private long count;

    UserVectorsWriter(Path directory, String snapshot, List<ItemVectors> spaces) throws IOException {
        this.directory = directory;
        this.snapshot = snapshot;
        this.spaces = spaces;
        users = new BufferedOutputStream(Files.newOutputStream(directory.resolve(UserVectors.USERS)));
        for (ItemVectors space : spaces) {
            values.add(new BufferedOutputStream(
                    Files.newOutputStream(directory.resolve(UserVectors.values(space.space())))));
        }
    }

    /** Adds the users of a part. */
    void add(byte[] part) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(part))) {
            while (in.available() > 0) {
                ObjectNode line =
                        JSON.createObjectNode().put("user", in.readUTF()).put("version", in.readLong());
                ObjectNode items = line.putObject("items");
                for (int s = 0; s < spaces.size(); s++) {
                    items.put(spaces.get(s).space(), in.readInt());
                    ByteBuffer row = ByteBuffer.allocate(
                                    Float.BYTES * spaces.get(s).dimension())
                            .order(ByteOrder.LITTLE_ENDIAN);
                    while (row.hasRemaining()) {
                        row.putInt(in.readInt());
                    }
                    values.get(s).write(row.array());
                }
                users.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        users.close();
        for (OutputStream out : values) {
            out.close();
        }
        ObjectNode meta = JSON.createObjectNode()
                .put("format", UserVectors.FORMAT)
                .put("snapshot", snapshot)
                .put("users", count);
        for (ItemVectors space : spaces) {
            meta.withArray("spaces")
                    .addObject()
                    .put("space", space.space())
                    .put("version", space.version())
                    .put("dimension", space.dimension());
        }
        Files.writeString(directory.resolve(UserVectors.META), meta.toPrettyString() + "\n");
    }
}
