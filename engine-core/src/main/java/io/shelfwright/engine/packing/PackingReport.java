package io.shelfwright.engine.packing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about a packed instance.
 *
 * @param value sum of examination x value
 * @param upperBound no valid page is worth more
 * @param ratio value / upperBound, in 0..1; 1 where the bound is 0
 * @param steps steps of search after the fast path
 * @param page rows in order; empty rows at the end are left out
 */
public record PackingReport(double value, double upperBound, double ratio, long steps, List<Row> page) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public PackingReport {
        page = List.copyOf(page);
    }

    /**
     * One row of the page.
     *
     * @param shelf id of the shelf, null for an empty row above a pinned one
     * @param items ids by column
     */
    public record Row(@Nullable String shelf, List<String> items) {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** Returns the report of a packing of an instance's problem under an upper bound of that problem. */
    public static PackingReport of(PackingInstance instance, Packing packing, double upperBound) {
        List<Row> page = new ArrayList<>();
        int filled = 0;
        for (Packing.Row row : packing.rows()) {
            List<String> items = new ArrayList<>();
            PackingProblem.@Nullable Shelf shelf =
                    row.shelf() < 0 ? null : instance.problem().shelves().get(row.shelf());
            for (int k = 0; shelf != null && k < row.candidates().length; k++) {
                items.add(instance.items().get(shelf.items()[row.candidates()[k]]));
            }
            page.add(new Row(shelf == null ? null : shelf.id(), items));
            filled = shelf == null ? filled : page.size();
        }
        double ratio = upperBound > 0 ? Math.min(1, packing.value() / upperBound) : 1;
        return new PackingReport(packing.value(), upperBound, ratio, packing.steps(), page.subList(0, filled));
    }

    /** Returns the report as one JSON object: value, upperBound, ratio, steps, page[] {shelf, items[]}. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("value", value)
                .put("upperBound", upperBound)
                .put("ratio", ratio)
                .put("steps", steps);
        ArrayNode rows = root.putArray("page");
        for (Row row : page) {
            ObjectNode node = rows.addObject().put("shelf", row.shelf());
            ArrayNode items = node.putArray("items");
            row.items().forEach(items::add);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and strings could not be written as JSON", e);
        }
    }
}
