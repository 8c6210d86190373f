package io.shelfwright.sample.data.reading;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A JSON array of objects, read one by one. */
public final class JsonArrayFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InputFile file;

    public JsonArrayFile(InputFile file) {
        this.file = file;
    }

    /**
     * Returns whether the file is an array whose first entry is an object with one of some fields; false for anything else
     * that can be read.
     */
    public boolean firstEntryHas(String... fields) {
        try (InputStream in = file.open();
                JsonParser parser = MAPPER.getFactory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            JsonNode entry = MAPPER.readTree(parser);
            return Arrays.stream(fields).anyMatch(entry::has);
        } catch (JsonParseException e) {
            // Not JSON at all, or JSON of a careless writer: not for us either way.
            return false;
        } catch (IOException e) {
            throw file.failure(e, 0);
        }
    }

    /**
     * Gives every object to a reader, and counts those that the reader refuses.
     *
     * @return the number of good objects
     * @throws BadRequestException if the file is truncated, damaged, empty or another one
     */
    public long read(BadRows bad, EntryReader reader) {
        long line = 0;
        long rows = 0;
        long refused = 0;
        try (InputStream in = file.open();
                JsonParser parser = MAPPER.getFactory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadRequestException(
                        file.path() + ":1 does not look like the right file: expected a JSON array of objects");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                JsonNode entry = MAPPER.readTree(parser);
                rows++;
                try {
                    reader.entry(entry);
                } catch (BadRow row) {
                    refused++;
                    bad.add(file, line, new BadRow(row.reason(), "entry " + rows + ": " + row.getMessage()));
                }
            }
        } catch (JsonEOFException e) {
            throw new BadRequestException(
                    file.path() + " is truncated: its JSON ends in the middle, after " + rows
                            + " entries; fetch the file again; nothing was imported",
                    e);
        } catch (JsonParseException e) {
            throw new BadRequestException(
                    file.path() + ":" + e.getLocation().getLineNr() + " is not JSON: " + e.getOriginalMessage()
                            + "; expected a JSON array of objects; nothing was imported",
                    e);
        } catch (IOException e) {
            throw file.failure(e, line);
        }
        BadRows.checkMostAreGood(file, rows, refused, "a JSON array of objects");
        return rows - refused;
    }

    /** Reads one object; throws {@link BadRow} to keep it out. */
    @FunctionalInterface
    public interface EntryReader {
        void entry(JsonNode entry);
    }
}
