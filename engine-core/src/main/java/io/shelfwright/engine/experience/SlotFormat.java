package io.shelfwright.engine.experience;

import io.shelfwright.api.SlotRecord;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The slots of logged pages. */
final class SlotFormat {
    private final Schema schema;

    SlotFormat(Schema schema) {
        this.schema = schema;
    }

    GenericRecord toAvro(SlotRecord slot) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("row", slot.row());
        record.put("column", slot.column());
        record.put("shelfId", slot.shelfId());
        record.put("shelfKind", slot.shelfKind());
        record.put("itemId", slot.itemId());
        record.put("generator", slot.generator());
        record.put("features", Fields.floats(slot.features()));
        record.put("logits", Fields.floats(slot.logits()));
        record.put("score", slot.score());
        record.put("utility", slot.utility());
        record.put("examination", slot.examination());
        record.put("propensity", slot.propensity());
        record.put("marginal", Fields.known(slot.marginal()));
        record.put("propensityValid", slot.propensityValid());
        record.put("supportSize", slot.supportSize());
        record.put("explored", slot.explored());
        return record;
    }

    SlotRecord fromAvro(GenericRecord record) {
        return new SlotRecord(
                Fields.integer(record, "row"),
                Fields.integer(record, "column"),
                Fields.text(record, "shelfId"),
                Fields.text(record, "shelfKind"),
                Fields.text(record, "itemId"),
                Fields.text(record, "generator"),
                Fields.floats(record, "features"),
                Fields.floats(record, "logits"),
                Fields.real(record, "score"),
                Fields.real(record, "utility"),
                Fields.real(record, "examination"),
                Fields.real(record, "propensity"),
                Fields.realOrNaN(record, "marginal"),
                Fields.flag(record, "propensityValid"),
                Fields.integer(record, "supportSize"),
                Fields.flag(record, "explored"));
    }
}
