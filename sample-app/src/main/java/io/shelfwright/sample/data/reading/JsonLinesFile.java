package io.shelfwright.sample.data.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.sample.data.reading.JsonArrayFile.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file of JSON objects, one a line. */
public final class JsonLinesFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InputFile file;

    public JsonLinesFile(InputFile file) {
        this.file = file;
    }

    /**
     * Gives every object to a reader, and counts the lines that are not JSON or that the reader refuses.
     *
     * @return the number of good objects
     * @throws io.shelfwright.api.BadRequestException if the file is truncated or damaged
     */
    public long read(BadRows bad, EntryReader reader) {
        long number = 0;
        long good = 0;
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in, StandardCharsets.UTF_8.newDecoder());
            while (lines.next()) {
                number++;
                if (lines.isEmpty()) {
                    continue;
                }
                try {
                    reader.entry(parsed(lines.text()));
                    good++;
                } catch (BadRow row) {
                    bad.add(file, number, row);
                }
            }
        } catch (IOException e) {
            throw file.failure(e, number);
        }
        return good;
    }

    private static JsonNode parsed(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (json.isObject()) {
                return json;
            }
            throw new BadRow("not an object", "the line is " + json.getNodeType());
        } catch (JsonProcessingException e) {
            throw new BadRow("not JSON", e.getOriginalMessage());
        }
    }
}
