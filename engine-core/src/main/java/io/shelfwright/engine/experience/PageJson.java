package io.shelfwright.engine.experience;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Writes a page as one JSON object with its keys in a fixed order, in UTF-8 without spaces.
 *
 * <p>Doubles are written with the fewest digits that read back to the same bits, on every Java version. NaN is written as
 * the string {@code "NaN"}. A character that is half of a pair is written as U+FFFD. Times of stages are in milliseconds.
 */
public final class PageJson {
    private static final int USUAL_BYTES = 1 << 15;
    private static final double NANOS_PER_MILLI = 1e6;

    /** The JDK's own digits differ between 17 and 19. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private PageJson() {}

    /** Returns the whole page. */
    public static byte[] bytes(HomePage page) {
        return write(page, true);
    }

    /**
     * Returns what is equal whenever the same page is built again.
     *
     * <p>Left out are timing and state version: recording something and undoing it raises the version, and must give back
     * the same page.
     */
    public static byte[] canonical(HomePage page) {
        return write(page, false);
    }

    private static byte[] write(HomePage page, boolean whole) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            text(json, "requestId", page.requestId());
            text(json, "userId", page.userId());
            text(json, "at", page.at().toString());
            json.writeNumberField("seed", page.seed());
            text(json, "snapshot", page.snapshot());
            text(json, "configHash", page.configHash());
            if (whole) {
                json.writeNumberField("stateVersion", page.stateVersion());
            }
            text(json, "ranker", page.ranker());
            json.writeArrayFieldStart("degradations");
            for (Degradation degradation : page.degradations()) {
                write(json, degradation);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("shelves");
            for (Shelf shelf : page.shelves()) {
                write(json, shelf);
            }
            json.writeEndArray();
            text(json, "cursor", page.cursor());
            if (whole) {
                writeTiming(json, page.timing());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("page " + page.requestId() + " cannot be written as JSON", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Degradation degradation) throws IOException {
        json.writeStartObject();
        text(json, "stage", degradation.stage());
        text(json, "instance", degradation.instance());
        text(json, "code", degradation.code());
        text(json, "message", degradation.message());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Shelf shelf) throws IOException {
        json.writeStartObject();
        text(json, "id", shelf.id());
        text(json, "title", shelf.title());
        json.writeFieldName("reason");
        write(json, shelf.reason());
        json.writeNumberField("row", shelf.row());
        json.writeArrayFieldStart("cards");
        for (Card card : shelf.cards()) {
            write(json, card);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Card card) throws IOException {
        json.writeStartObject();
        text(json, "itemId", card.itemId());
        text(json, "kind", card.kind().name());
        text(json, "title", card.title());
        json.writeNumberField("column", card.column());
        text(json, "generator", card.generator());
        json.writeNumberField("score", card.score());
        json.writeNumberField("utility", card.utility());
        json.writeNumberField("propensity", card.propensity());
        json.writeBooleanField("propensityValid", card.propensityValid());
        json.writeBooleanField("explored", card.explored());
        json.writeArrayFieldStart("reasons");
        write(json, card.reasons());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Reason> reasons) throws IOException {
        for (Reason reason : reasons) {
            write(json, reason);
        }
    }

    private static void write(JsonGenerator json, Reason reason) throws IOException {
        json.writeStartObject();
        text(json, "code", reason.code());
        text(json, "text", reason.text());
        json.writeEndObject();
    }

    private static void writeTiming(JsonGenerator json, Map<String, Duration> timing) throws IOException {
        json.writeObjectFieldStart("timing");
        for (Map.Entry<String, Duration> stage : timing.entrySet()) {
            json.writeNumberField(wellFormed(stage.getKey()), stage.getValue().toNanos() / NANOS_PER_MILLI);
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, String value) throws IOException {
        json.writeStringField(key, wellFormed(value));
    }

    /** Returns the text with half pairs replaced: an id may hold any character, UTF-8 may not. */
    private static String wellFormed(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (changed == null) {
                changed = new StringBuilder(text);
            }
            changed.setCharAt(i, '\uFFFD');
        }
        return changed == null ? text : changed.toString();
    }
}
