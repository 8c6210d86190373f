package io.shelfwright.learning.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of some users as bytes, to be sent to the machine that writes their shard. Every float keeps its bits. */
public final class RowCodec {
    private RowCodec() {}

    /** Returns bytes that {@link #read} reads. */
    public static byte[] bytes(Tally tally, List<PageRows> pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(tally.counts().size());
            for (var count : tally.counts().entrySet()) {
                out.writeUTF(count.getKey());
                out.writeLong(count.getValue());
            }
            out.writeInt(pages.size());
            for (PageRows page : pages) {
                write(out, page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("rows of a page cannot be encoded", e);
        }
        return bytes.toByteArray();
    }

    /** Adds what the bytes hold to a tally and to pages. */
    public static void read(byte[] bytes, Tally tally, List<PageRows> pages) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int counts = in.readInt(); counts > 0; counts--) {
                tally.add(in.readUTF(), in.readLong());
            }
            for (int count = in.readInt(); count > 0; count--) {
                pages.add(page(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that should be rows of pages are none", e);
        }
    }

    private static void write(DataOutputStream out, PageRows rows) throws IOException {
        DatasetPage page = rows.page();
        out.writeUTF(page.userId());
        out.writeUTF(page.requestId());
        out.writeUTF(page.cursor());
        out.writeLong(page.at().getEpochSecond());
        out.writeInt(page.at().getNano());
        out.writeUTF(page.market());
        out.writeUTF(page.device());
        out.writeUTF(page.tier());
        out.writeUTF(page.ranker());
        out.writeUTF(page.snapshot());
        out.writeUTF(page.configHash());
        out.writeInt(rows.rows().size());
        for (DatasetRow row : rows.rows()) {
            out.writeInt(row.position());
            out.writeUTF(row.shelfId());
            out.writeUTF(row.shelfKind());
            out.writeUTF(row.itemId());
            out.writeUTF(row.generator());
            write(out, row.features());
            write(out, row.labels());
            out.writeDouble(row.weight());
            out.writeDouble(row.samplingWeight());
            out.writeDouble(row.liveScore());
            out.writeDouble(row.utility());
            out.writeDouble(row.examination());
            out.writeDouble(row.propensity());
            out.writeBoolean(row.explored());
            out.writeBoolean(row.seen());
            out.writeBoolean(row.reacted());
        }
    }

    private static PageRows page(DataInputStream in) throws IOException {
        DatasetPage page = new DatasetPage(
                0,
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF());
        int count = in.readInt();
        List<DatasetRow> rows = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            rows.add(new DatasetRow(
                    page,
                    in.readInt(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    floats(in),
                    floats(in),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readBoolean()));
        }
        return new PageRows(page, rows);
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeInt(Float.floatToRawIntBits(value));
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(in.readInt());
        }
        return values;
    }
}
