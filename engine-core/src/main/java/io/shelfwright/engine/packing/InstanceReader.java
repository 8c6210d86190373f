package io.shelfwright.engine.packing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.spi.PackingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads packing instances; fields it does not know are passed over. */
final class InstanceReader {
    private static final int MOST_ROWS = 500;
    private static final int MOST_COLUMNS = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final Map<String, Integer> itemNumbers = new LinkedHashMap<>();

    private InstanceReader(Path file) {
        this.file = file;
    }

    static PackingInstance read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadRequestException(file + " is not a file; give the path of a packing instance in JSON");
        }
        try {
            return new InstanceReader(file).instance(JSON.readTree(file.toFile()));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new BadRequestException(file + line + ": not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BadRequestException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private PackingInstance instance(JsonNode root) {
        if (!root.isObject()) {
            throw bad(
                    "the file", "holds no JSON object", "an object with rows, columns, examination, rules and shelves");
        }
        int rows = whole(root, "", "rows", 1, MOST_ROWS);
        int columns = whole(root, "", "columns", 1, MOST_COLUMNS);
        double[][] examination = examination(root, rows, columns);
        JsonNode rules = field(root, "", "rules");
        if (!rules.isObject()) {
            throw bad("rules", "is " + rules, "an object");
        }
        int min = whole(rules, "rules.", "minCardsPerShelf", 1, columns);
        int quota = whole(rules, "rules.", "maxShelvesPerKind", 1, Integer.MAX_VALUE);
        JsonNode apart = field(rules, "rules.", "noSameKindNeighbours");
        if (!apart.isBoolean()) {
            throw bad("rules.noSameKindNeighbours", "is " + apart, "true or false");
        }
        Map<String, Integer> pins = pins(rules, rows);
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode nodes = list(root, "", "shelves");
        for (int s = 0; s < nodes.size(); s++) {
            String at = "shelves[" + s + "].";
            String id = text(nodes.get(s), at, "id");
            if (!ids.add(id)) {
                throw bad(at + "id", "is " + id + ", which an earlier shelf has too", "each shelf once");
            }
            shelves.add(shelf(nodes.get(s), at, id, min, columns, pins.getOrDefault(id, -1)));
        }
        for (String pinned : pins.keySet()) {
            if (!ids.contains(pinned)) {
                throw bad("rules.pinned", "names the shelf " + pinned + ", which is not in shelves", "ids of shelves");
            }
        }
        PackingProblem problem = new PackingProblem(
                rows, columns, examination, shelves, itemNumbers.size(), quota, apart.booleanValue());
        JsonNode reference = root.path("reference");
        return new PackingInstance(
                problem,
                List.copyOf(itemNumbers.keySet()),
                optional(reference.path("upperBound")),
                optional(reference.path("bestKnown")));
    }

    private double[][] examination(JsonNode root, int rows, int columns) {
        JsonNode matrix = list(root, "", "examination");
        if (matrix.size() != rows) {
            throw bad("examination", "has " + matrix.size() + " rows", rows + ", as many as rows says");
        }
        double[][] examination = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            String at = "examination[" + r + "]";
            JsonNode row = matrix.get(r);
            if (!row.isArray() || row.size() != columns) {
                throw bad(
                        at,
                        row.isArray() ? "has " + row.size() + " numbers" : "is not a list",
                        "a list of " + columns + " numbers, as many as columns says");
            }
            for (int k = 0; k < columns; k++) {
                examination[r][k] = number(row.get(k), at + "[" + k + "]", 1, "a number from 0 to 1");
            }
        }
        return examination;
    }

    private Map<String, Integer> pins(JsonNode rules, int rows) {
        Map<String, Integer> pins = new HashMap<>();
        if (!rules.has("pinned")) {
            return pins;
        }
        Map<Integer, String> rowsTaken = new HashMap<>();
        JsonNode nodes = list(rules, "rules.", "pinned");
        for (int i = 0; i < nodes.size(); i++) {
            String at = "rules.pinned[" + i + "].";
            String shelf = text(nodes.get(i), at, "shelf");
            int row = whole(nodes.get(i), at, "row", 0, rows - 1);
            String before = rowsTaken.putIfAbsent(row, shelf);
            if (before != null && !before.equals(shelf)) {
                throw bad(
                        at + "row", "is " + row + ", to which shelf " + before + " is pinned already", "each row once");
            }
            Integer other = pins.putIfAbsent(shelf, row);
            if (other != null) {
                throw bad(
                        at + "shelf",
                        "is " + shelf + ", which is pinned to row " + other + " already",
                        "each shelf once");
            }
        }
        return pins;
    }

    private PackingProblem.Shelf shelf(JsonNode node, String at, String id, int min, int columns, int pinnedRow) {
        String kind = text(node, at, "kind");
        JsonNode candidates = list(node, at, "candidates");
        int[] items = new int[candidates.size()];
        double[] values = new double[items.length];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.length; i++) {
            String in = at + "candidates[" + i + "].";
            String item = text(candidates.get(i), in, "item");
            if (!seen.add(item)) {
                throw bad(in + "item", "is " + item + ", which shelf " + id + " has already", "each item once a shelf");
            }
            items[i] = itemNumbers.computeIfAbsent(item, x -> itemNumbers.size());
            values[i] = number(
                    field(candidates.get(i), in, "value"),
                    in + "value",
                    Double.MAX_VALUE,
                    "a finite number of at least 0");
        }
        return new PackingProblem.Shelf(id, kind, min, columns, pinnedRow, items, values);
    }

    private JsonNode field(JsonNode in, String at, String name) {
        JsonNode node = in.get(name);
        if (node == null || node.isNull()) {
            throw bad(at + name, "is missing", "it must be there");
        }
        return node;
    }

    private JsonNode list(JsonNode in, String at, String name) {
        JsonNode node = field(in, at, name);
        if (!node.isArray()) {
            throw bad(at + name, "is " + node, "a list");
        }
        return node;
    }

    private String text(JsonNode in, String at, String name) {
        JsonNode node = field(in, at, name);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw bad(at + name, "is " + node, "a text that is not blank");
        }
        return node.textValue();
    }

    private int whole(JsonNode in, String at, String name, int least, int most) {
        JsonNode node = field(in, at, name);
        boolean whole = node.isIntegralNumber() && node.canConvertToInt();
        if (!whole || node.intValue() < least || node.intValue() > most) {
            throw bad(
                    at + name,
                    "is " + node,
                    "a whole number "
                            + (most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most));
        }
        return node.intValue();
    }

    private double number(JsonNode node, String at, double most, String allowed) {
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= most)) {
            throw bad(at, "is " + node, allowed);
        }
        return value;
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? OptionalDouble.of(node.doubleValue())
                : OptionalDouble.empty();
    }

    private BadRequestException bad(String where, String what, String allowed) {
        return new BadRequestException(file + ": " + where + " " + what + "; allowed: " + allowed);
    }
}
