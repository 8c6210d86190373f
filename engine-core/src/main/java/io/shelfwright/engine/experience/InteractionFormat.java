package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Interactions in the log, as {@code interaction.avsc} describes them. */
final class InteractionFormat implements RecordFormat<Interaction> {
    private final Schema schema = Fields.schema("interaction.avsc");

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public GenericRecord toAvro(Interaction value) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("id", value.id());
        record.put("userId", value.userId());
        record.put("type", symbol("type", value.type()));
        record.put("targetType", symbol("targetType", value.targetType()));
        record.put("targetId", value.targetId());
        record.put("at", Fields.time(Fields.of(schema, "at"), value.time()));
        record.put("amount", value.amount());
        record.put("requestId", value.requestId());
        record.put("shelfId", value.shelfId());
        record.put("undoes", value.undoes());
        record.put("explored", value.explored());
        return record;
    }

    @Override
    public Interaction fromAvro(GenericRecord record) {
        return new Interaction(
                Fields.text(record, "id"),
                Fields.text(record, "userId"),
                InteractionType.valueOf(Fields.text(record, "type")),
                TargetType.valueOf(Fields.text(record, "targetType")),
                Fields.text(record, "targetId"),
                Fields.time(record, "at"),
                Fields.real(record, "amount"),
                Fields.text(record, "requestId"),
                Fields.text(record, "shelfId"),
                Fields.text(record, "undoes"),
                Fields.flag(record, "explored"));
    }

    private GenericData.EnumSymbol symbol(String field, Enum<?> value) {
        return new GenericData.EnumSymbol(Fields.of(schema, field), value.name());
    }
}
