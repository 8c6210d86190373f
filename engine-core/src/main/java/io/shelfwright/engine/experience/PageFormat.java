package io.shelfwright.engine.experience;

import io.shelfwright.api.Funnel;
import io.shelfwright.api.PageRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Served pages in the log, as {@code page.avsc} describes them. */
final class PageFormat implements RecordFormat<PageRecord> {
    private final Schema schema = Fields.schema("page.avsc");
    private final HomePageFormat pages = new HomePageFormat(Fields.of(schema, "page"));
    private final SlotFormat slots = new SlotFormat(Fields.items(schema, "slots"));

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public GenericRecord toAvro(PageRecord value) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("page", pages.toAvro(value.page()));
        record.put("market", value.market());
        record.put("device", value.device());
        record.put("tier", value.tier());
        record.put("zone", value.zone());
        record.put("cursor", value.cursor());
        record.put("schemaFingerprint", value.schemaFingerprint());
        record.put("servedAt", Fields.time(Fields.of(schema, "servedAt"), value.servedAt()));
        record.put("lateInstances", value.lateInstances());
        record.put("packingSteps", value.packingSteps());
        record.put("arm", value.arm());
        record.put("logPropensity", Fields.known(value.logPropensity()));
        GenericRecord funnel = new GenericData.Record(Fields.of(schema, "funnel"));
        funnel.put("proposed", value.funnel().proposed());
        funnel.put("eligible", value.funnel().eligible());
        funnel.put("ranked", value.funnel().ranked());
        funnel.put("placed", value.funnel().placed());
        record.put("funnel", funnel);
        List<GenericRecord> rows = new ArrayList<>(value.slots().size());
        value.slots().forEach(slot -> rows.add(slots.toAvro(slot)));
        record.put("slots", rows);
        return record;
    }

    @Override
    public PageRecord fromAvro(GenericRecord record) {
        return new PageRecord(
                pages.fromAvro(Fields.record(record, "page")),
                Fields.text(record, "market"),
                Fields.text(record, "device"),
                Fields.text(record, "tier"),
                Fields.text(record, "zone"),
                Fields.text(record, "cursor"),
                Fields.text(record, "schemaFingerprint"),
                Fields.time(record, "servedAt"),
                Fields.texts(record, "lateInstances"),
                Fields.number(record, "packingSteps"),
                Fields.text(record, "arm"),
                Fields.realOrNaN(record, "logPropensity"),
                funnel(Fields.record(record, "funnel")),
                Fields.records(record, "slots", slots::fromAvro));
    }

    private static Funnel funnel(GenericRecord record) {
        return new Funnel(
                Fields.integer(record, "proposed"),
                Fields.integer(record, "eligible"),
                Fields.integer(record, "ranked"),
                Fields.integer(record, "placed"));
    }
}
