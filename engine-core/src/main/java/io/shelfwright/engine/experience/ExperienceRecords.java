package io.shelfwright.engine.experience;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Records of the log as bytes, for those who send them from one machine to another of the same version. Thread-safe. */
public final class ExperienceRecords {
    private ExperienceRecords() {}

    /** Returns a page as {@link #page(byte[])} reads it. */
    public static byte[] bytes(PageRecord page) {
        return write(RecordFormat.PAGES, page);
    }

    /** Returns an interaction as {@link #interaction(byte[])} reads it. */
    public static byte[] bytes(Interaction interaction) {
        return write(RecordFormat.INTERACTIONS, interaction);
    }

    /** Reads a page. */
    public static PageRecord page(byte[] bytes) {
        return read(RecordFormat.PAGES, bytes);
    }

    /** Reads an interaction. */
    public static Interaction interaction(byte[] bytes) {
        return read(RecordFormat.INTERACTIONS, bytes);
    }

    private static <T> byte[] write(RecordFormat<T> format, T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(format.schema()).write(format.toAvro(value), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new ExperienceException("a record for " + format.name() + " cannot be encoded", e);
        }
        return out.toByteArray();
    }

    private static <T> T read(RecordFormat<T> format, byte[] bytes) {
        try {
            return format.fromAvro(new GenericDatumReader<GenericRecord>(format.schema())
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
        } catch (IOException e) {
            throw new ExperienceException("bytes that should be a record of " + format.name() + " are none", e);
        }
    }
}
