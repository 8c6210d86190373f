package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * How one kind of record is named, described and converted in the log.
 *
 * @param <T> kind of record
 */
interface RecordFormat<T> {
    RecordFormat<PageRecord> PAGES = new PageFormat();
    RecordFormat<Interaction> INTERACTIONS = new InteractionFormat();

    /** Returns the first word of the names of its files. */
    String name();

    Schema schema();

    GenericRecord toAvro(T value);

    T fromAvro(GenericRecord record);
}
