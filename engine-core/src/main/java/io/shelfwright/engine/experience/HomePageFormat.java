package io.shelfwright.engine.experience;

import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Pages as listeners saw them, within logged pages. */
final class HomePageFormat {
    private final Schema schema;
    private final Schema shelfSchema;
    private final Schema cardSchema;
    private final Schema reasonSchema;

    HomePageFormat(Schema schema) {
        this.schema = schema;
        shelfSchema = Fields.items(schema, "shelves");
        cardSchema = Fields.items(shelfSchema, "cards");
        reasonSchema = Fields.of(shelfSchema, "reason");
    }

    GenericRecord toAvro(HomePage page) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("requestId", page.requestId());
        record.put("userId", page.userId());
        record.put("at", Fields.time(Fields.of(schema, "at"), page.at()));
        record.put("seed", page.seed());
        record.put("snapshot", page.snapshot());
        record.put("configHash", page.configHash());
        record.put("stateVersion", page.stateVersion());
        record.put("ranker", page.ranker());
        List<GenericRecord> degradations = new ArrayList<>();
        page.degradations().forEach(degradation -> degradations.add(toAvro(degradation)));
        record.put("degradations", degradations);
        List<GenericRecord> shelves = new ArrayList<>();
        page.shelves().forEach(shelf -> shelves.add(toAvro(shelf)));
        record.put("shelves", shelves);
        record.put("cursor", page.cursor());
        record.put("timing", timing(page.timing()));
        return record;
    }

    HomePage fromAvro(GenericRecord record) {
        Map<String, Duration> timing = new LinkedHashMap<>();
        for (GenericRecord stage : Fields.records(record, "timing", value -> value)) {
            timing.put(Fields.text(stage, "stage"), Duration.ofNanos(Fields.number(stage, "nanos")));
        }
        return new HomePage(
                Fields.text(record, "requestId"),
                Fields.text(record, "userId"),
                Fields.time(record, "at"),
                Fields.number(record, "seed"),
                Fields.text(record, "snapshot"),
                Fields.text(record, "configHash"),
                Fields.number(record, "stateVersion"),
                Fields.text(record, "ranker"),
                Fields.records(record, "degradations", HomePageFormat::degradation),
                Fields.records(record, "shelves", HomePageFormat::shelf),
                Fields.text(record, "cursor"),
                timing);
    }

    private List<GenericRecord> timing(Map<String, Duration> timing) {
        Schema stageSchema = Fields.items(schema, "timing");
        List<GenericRecord> stages = new ArrayList<>();
        timing.forEach((stage, time) -> {
            GenericRecord record = new GenericData.Record(stageSchema);
            record.put("stage", stage);
            record.put("nanos", time.toNanos());
            stages.add(record);
        });
        return stages;
    }

    private GenericRecord toAvro(Degradation degradation) {
        GenericRecord record = new GenericData.Record(Fields.items(schema, "degradations"));
        record.put("stage", degradation.stage());
        record.put("instance", degradation.instance());
        record.put("code", degradation.code());
        record.put("message", degradation.message());
        return record;
    }

    private GenericRecord toAvro(Shelf shelf) {
        GenericRecord record = new GenericData.Record(shelfSchema);
        record.put("id", shelf.id());
        record.put("title", shelf.title());
        record.put("reason", toAvro(shelf.reason()));
        record.put("row", shelf.row());
        List<GenericRecord> cards = new ArrayList<>();
        shelf.cards().forEach(card -> cards.add(toAvro(card)));
        record.put("cards", cards);
        return record;
    }

    private GenericRecord toAvro(Card card) {
        GenericRecord record = new GenericData.Record(cardSchema);
        record.put("requestId", card.requestId());
        record.put("shelfId", card.shelfId());
        record.put("itemId", card.itemId());
        record.put("kind", card.kind().name());
        record.put("title", card.title());
        record.put("column", card.column());
        record.put("generator", card.generator());
        record.put("score", card.score());
        record.put("utility", card.utility());
        record.put("propensity", card.propensity());
        record.put("propensityValid", card.propensityValid());
        record.put("explored", card.explored());
        List<GenericRecord> reasons = new ArrayList<>();
        card.reasons().forEach(reason -> reasons.add(toAvro(reason)));
        record.put("reasons", reasons);
        return record;
    }

    private GenericRecord toAvro(Reason reason) {
        GenericRecord record = new GenericData.Record(reasonSchema);
        record.put("code", reason.code());
        record.put("text", reason.text());
        return record;
    }

    private static Degradation degradation(GenericRecord record) {
        return new Degradation(
                Fields.text(record, "stage"),
                Fields.text(record, "instance"),
                Fields.text(record, "code"),
                Fields.text(record, "message"));
    }

    private static Shelf shelf(GenericRecord record) {
        return new Shelf(
                Fields.text(record, "id"),
                Fields.text(record, "title"),
                reason(Fields.record(record, "reason")),
                Fields.integer(record, "row"),
                Fields.records(record, "cards", HomePageFormat::card));
    }

    private static Card card(GenericRecord record) {
        return new Card(
                Fields.text(record, "requestId"),
                Fields.text(record, "shelfId"),
                Fields.text(record, "itemId"),
                new ItemKind(Fields.text(record, "kind")),
                Fields.text(record, "title"),
                Fields.integer(record, "column"),
                Fields.text(record, "generator"),
                Fields.real(record, "score"),
                Fields.real(record, "utility"),
                Fields.real(record, "propensity"),
                Fields.flag(record, "propensityValid"),
                Fields.flag(record, "explored"),
                Fields.records(record, "reasons", HomePageFormat::reason));
    }

    private static Reason reason(GenericRecord record) {
        return new Reason(Fields.text(record, "code"), Fields.text(record, "text"));
    }
}
