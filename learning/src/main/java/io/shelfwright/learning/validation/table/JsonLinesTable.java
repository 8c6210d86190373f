package io.shelfwright.learning.validation.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.offpolicy.TableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * A file of one JSON object a line, plain or gzipped; null, an absent field and an empty list are missing.
 *
 * <p>Lists are columns of several values; the texts {@code NaN}, {@code Infinity} and {@code -Infinity} are numbers where all else is;
 * an object's fields become columns {@code outer.inner}.
 */
final class JsonLinesTable implements Table {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<TableColumn> columns;

    private JsonLinesTable(Path file, List<TableColumn> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Opens a file, reading it once to know its columns.
     *
     * @throws BadRequestException naming file and line, if it is not such a table
     */
    static JsonLinesTable open(Path file) {
        Map<String, TypeInference> types = new LinkedHashMap<>();
        records(
                file,
                (object, line) -> fields("", object, (name, value) -> {
                    TypeInference type = types.computeIfAbsent(name, key -> new TypeInference());
                    values(value, 1, new Values()).forEach(leaf -> infer(type, leaf));
                }));
        if (types.isEmpty()) {
            throw new BadRequestException(file + " holds no object with fields; expected one JSON object a line");
        }
        List<TableColumn> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(new TableColumn(name, type.type())));
        return new JsonLinesTable(file, List.copyOf(columns));
    }

    private static void infer(TypeInference type, JsonNode leaf) {
        if (leaf.isNumber()) {
            type.addNumber(leaf.isIntegralNumber());
        } else if (leaf.isTextual() && isSpecial(leaf.textValue())) {
            type.addNumber(false);
        } else {
            type.addText();
        }
    }

    private static boolean isSpecial(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public void read(Consumer<TableRow> consumer) {
        Map<String, Integer> places = new LinkedHashMap<>();
        columns.forEach(column -> places.put(column.name(), places.size()));
        TableRow row = new TableRow(columns.size());
        records(file, (object, line) -> {
            row.clear();
            fields("", object, (name, value) -> {
                Integer place = places.get(name);
                if (place != null) {
                    fill(row, place, value);
                }
            });
            consumer.accept(row);
        });
    }

    private void fill(TableRow row, int place, JsonNode value) {
        Values values = values(value, 1, new Values());
        boolean numeric = columns.get(place).type().numeric();
        if (!value.isArray()) {
            JsonNode leaf = values.leaves.isEmpty() ? null : values.leaves.get(0);
            if (leaf != null && numeric) {
                row.set(place, leaf.isNumber() ? leaf.doubleValue() : TypeInference.number(leaf.asText()));
            } else if (leaf != null) {
                row.set(place, leaf.asText());
            }
            return;
        }
        List<Object> cells = new ArrayList<>();
        for (JsonNode leaf : values.leaves) {
            if (numeric) {
                cells.add(leaf.isNumber() ? leaf.doubleValue() : TypeInference.number(leaf.asText()));
            } else {
                cells.add(leaf.asText());
            }
        }
        row.set(place, cells, values.depth);
    }

    private static final class Values {
        private final List<JsonNode> leaves = new ArrayList<>();
        private int depth = 1;

        void forEach(Consumer<JsonNode> consumer) {
            leaves.forEach(consumer);
        }
    }

    private static Values values(JsonNode value, int depth, Values found) {
        if (value.isArray()) {
            found.depth = Math.max(found.depth, depth);
            value.forEach(inner -> values(inner, depth + 1, found));
        } else if (!value.isNull()) {
            found.leaves.add(value);
        }
        return found;
    }

    private interface FieldConsumer {
        void accept(String name, JsonNode value);
    }

    private static void fields(String prefix, JsonNode object, FieldConsumer consumer) {
        object.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                fields(prefix + field.getKey() + ".", field.getValue(), consumer);
            } else {
                consumer.accept(prefix + field.getKey(), field.getValue());
            }
        });
    }

    private static void records(Path file, ObjLongConsumer<JsonNode> consumer) {
        long line = 0;
        try (BufferedReader in = new BufferedReader(TableFile.open(file))) {
            String text = in.readLine();
            while (text != null) {
                line++;
                if (!text.isBlank()) {
                    consumer.accept(object(file, line, text), line);
                }
                text = in.readLine();
            }
        } catch (IOException | UncheckedIOException e) {
            throw TableFile.failure(file, line, e);
        }
    }

    private static JsonNode object(Path file, long line, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw new BadRequestException(file + ":" + line + " is no JSON object; expected one a line");
        } catch (JsonProcessingException e) {
            throw new BadRequestException(
                    file + ":" + line + " is not JSON (" + e.getOriginalMessage() + "); expected one object a line", e);
        }
    }
}
