package io.shelfwright.engine.intake;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.request.Visit.Served;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Continues a page: carries its time and seed, and what was shown, so that "more" neither repeats nor skips.
 *
 * @param at time of the first page
 * @param seed seed of the page before
 * @param page number of the page it asks for, the first page being 0
 * @param served what earlier pages showed
 */
public record Cursor(Instant at, long seed, int page, Served served) {
    private static final int FORMAT = 1;

    /** Returns the cursor as text that is safe in a URL. */
    public String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeLong(seed);
            out.writeInt(page);
            out.writeInt(served.shelves().size());
            for (String shelf : new TreeSet<>(served.shelves())) {
                out.writeUTF(shelf);
            }
            out.writeInt(served.items().size());
            for (long item : new TreeSet<>(served.items())) {
                out.writeLong(item);
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes.toByteArray());
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a cursor.
     *
     * @throws BadRequestException if it is not one that {@link #encode} made
     */
    public static Cursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length < 5) {
                throw new IOException("it is too short");
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes, 0, bytes.length - 4);
            if (ByteBuffer.wrap(bytes).getInt(bytes.length - 4) != (int) checksum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readByte() != FORMAT) {
                throw new IOException("it is of another format");
            }
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            long seed = in.readLong();
            int page = in.readInt();
            Set<String> shelves = new HashSet<>();
            for (int n = in.readInt(); n > 0; n--) {
                shelves.add(in.readUTF());
            }
            Set<Long> items = new HashSet<>();
            for (int n = in.readInt(); n > 0; n--) {
                items.add(in.readLong());
            }
            if (in.available() != 4 || page < 1) {
                throw new IOException("it is of another length");
            }
            return new Cursor(at, seed, page, new Served(shelves, items));
        } catch (IOException | IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new BadRequestException(
                    "the cursor is not one that a page gave out: " + e.getMessage()
                            + "; ask for a first page without a cursor",
                    e);
        }
    }
}
