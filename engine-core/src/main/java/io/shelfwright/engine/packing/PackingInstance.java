package io.shelfwright.engine.packing;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.spi.PackingProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A packing problem read from a file, with the names of its items and, where known, its references.
 *
 * @param problem the problem
 * @param items id of each item, by its number in the problem
 * @param referenceBound upper bound that came with the file
 * @param bestKnown value of the best page that came with the file
 */
public record PackingInstance(
        PackingProblem problem, List<String> items, OptionalDouble referenceBound, OptionalDouble bestKnown) {

    public PackingInstance {
        items = List.copyOf(items);
    }

    /**
     * Returns the instance in a JSON file.
     *
     * @throws BadRequestException if the file cannot be read or breaks the format; says what, where, and what is allowed
     */
    public static PackingInstance read(Path file) {
        return InstanceReader.read(file);
    }
}
