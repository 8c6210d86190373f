package io.shelfwright.learning.parquet;

import io.shelfwright.learning.dataset.DatasetPage;
import io.shelfwright.learning.dataset.DatasetRow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Takes rows apart into columns. */
final class RowWriteSupport extends WriteSupport<DatasetRow> {
    private static final long NANOS = 1_000_000_000L;
    private static final int CANONICAL_NAN = 0x7fc00000;

    private final MessageType schema;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;
    private int field;

    RowWriteSupport(MessageType schema, Map<String, String> metadata) {
        this.schema = schema;
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(DatasetRow row) {
        RecordConsumer out = consumer;
        if (out == null) {
            throw new IllegalStateException("prepareForWrite comes first");
        }
        out.startMessage();
        field = 0;
        DatasetPage page = row.page();
        text(out, page.userId());
        text(out, page.requestId());
        text(out, page.cursor());
        text(out, page.market());
        text(out, page.device());
        text(out, page.tier());
        text(out, page.ranker());
        text(out, page.snapshot());
        text(out, page.configHash());
        text(out, row.shelfId());
        text(out, row.shelfKind());
        text(out, row.itemId());
        text(out, row.generator());
        start(out);
        out.addLong(nanos(page.at()));
        end(out);
        start(out);
        out.addInteger(row.position());
        end(out);
        number(out, row.weight());
        number(out, row.samplingWeight());
        number(out, row.liveScore());
        number(out, row.utility());
        number(out, row.examination());
        number(out, row.propensity());
        flag(out, row.explored());
        flag(out, row.seen());
        flag(out, row.reacted());
        floats(out, row.labels());
        floats(out, row.features());
        nanBits(out, row.features());
        out.endMessage();
    }

    /** Returns the nanoseconds since 1970, which a long holds until the year 2262. */
    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private void start(RecordConsumer out) {
        out.startField(schema.getFieldName(field), field);
    }

    private void end(RecordConsumer out) {
        out.endField(schema.getFieldName(field), field);
        field++;
    }

    private void text(RecordConsumer out, String value) {
        start(out);
        out.addBinary(Binary.fromString(value));
        end(out);
    }

    private void number(RecordConsumer out, double value) {
        start(out);
        out.addDouble(value);
        end(out);
    }

    private void flag(RecordConsumer out, boolean value) {
        start(out);
        out.addBoolean(value);
        end(out);
    }

    private void floats(RecordConsumer out, float[] values) {
        for (float value : values) {
            start(out);
            out.addFloat(value);
            end(out);
        }
    }

    private void nanBits(RecordConsumer out, float[] features) {
        int strange = 0;
        for (float value : features) {
            strange += isStrange(value) ? 1 : 0;
        }
        if (strange == 0) {
            return;
        }
        ByteBuffer pairs = ByteBuffer.allocate(strange * 2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int column = 0; column < features.length; column++) {
            if (isStrange(features[column])) {
                pairs.putInt(column).putInt(Float.floatToRawIntBits(features[column]));
            }
        }
        start(out);
        out.addBinary(Binary.fromConstantByteArray(pairs.array()));
        end(out);
    }

    private static boolean isStrange(float value) {
        return Float.isNaN(value) && Float.floatToRawIntBits(value) != CANONICAL_NAN;
    }
}
