package io.shelfwright.engine.experience;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads and writes the fields of Avro records that need more than a cast. */
final class Fields {
    private Fields() {}

    static Schema schema(String resource) {
        try (InputStream in = Fields.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource + " is missing beside " + Fields.class.getName() + "; the engine's jar is incomplete");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource + " from the engine's jar", e);
        }
    }

    static Schema items(Schema schema, String field) {
        return schema.getField(field).schema().getElementType();
    }

    static Schema of(Schema schema, String field) {
        return schema.getField(field).schema();
    }

    static String text(GenericRecord record, String field) {
        return record.get(field).toString();
    }

    static List<String> texts(GenericRecord record, String field) {
        return list(record, field, Object::toString);
    }

    static long number(GenericRecord record, String field) {
        return ((Number) record.get(field)).longValue();
    }

    static int integer(GenericRecord record, String field) {
        return (Integer) record.get(field);
    }

    static double real(GenericRecord record, String field) {
        return (Double) record.get(field);
    }

    /** Returns null for NaN: a default in a schema can be null, but not NaN. */
    static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    static double realOrNaN(GenericRecord record, String field) {
        Object value = record.get(field);
        return value == null ? Double.NaN : (Double) value;
    }

    static boolean flag(GenericRecord record, String field) {
        return (Boolean) record.get(field);
    }

    static GenericRecord record(GenericRecord record, String field) {
        return (GenericRecord) record.get(field);
    }

    static <T> List<T> records(GenericRecord record, String field, Function<GenericRecord, T> read) {
        return list(record, field, value -> read.apply((GenericRecord) value));
    }

    static GenericRecord time(Schema schema, Instant time) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("seconds", time.getEpochSecond());
        record.put("nanos", time.getNano());
        return record;
    }

    static Instant time(GenericRecord record, String field) {
        GenericRecord time = record(record, field);
        return Instant.ofEpochSecond(number(time, "seconds"), integer(time, "nanos"));
    }

    /** Returns the raw bits, so that every NaN comes back as it was. */
    static ByteBuffer floats(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putInt(Float.floatToRawIntBits(value));
        }
        return bytes.flip();
    }

    static float[] floats(GenericRecord record, String field) {
        ByteBuffer bytes = ((ByteBuffer) record.get(field)).duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(bytes.getInt());
        }
        return values;
    }

    private static <T> List<T> list(GenericRecord record, String field, Function<Object, T> read) {
        List<?> values = (List<?>) record.get(field);
        List<T> found = new ArrayList<>(values.size());
        for (Object value : values) {
            found.add(read.apply(value));
        }
        return found;
    }
}
