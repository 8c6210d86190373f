package io.shelfwright.editorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the editors' file says.
 *
 * @param shelves by falling priority, then id
 * @param warnings what is odd but does no harm, one sentence each with file and line
 */
record Edition(List<EditorialShelf> shelves, List<String> warnings) {
    Edition {
        List<EditorialShelf> ordered = new ArrayList<>(shelves);
        ordered.sort(Comparator.comparingInt((EditorialShelf shelf) -> -shelf.priority())
                .thenComparing(EditorialShelf::id));
        shelves = List.copyOf(ordered);
        warnings = List.copyOf(warnings);
    }

    @Nullable
    EditorialShelf shelf(String id) {
        for (EditorialShelf shelf : shelves) {
            if (shelf.id().equals(id)) {
                return shelf;
            }
        }
        return null;
    }
}
