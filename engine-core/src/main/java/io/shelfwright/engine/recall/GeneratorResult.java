package io.shelfwright.engine.recall;

import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfSpec;
import java.util.List;

/**
 * What one generator gave for one request.
 *
 * @param shelves shelves it brings along
 * @param proposals as it gave them, cut but not checked
 */
record GeneratorResult(List<ShelfSpec> shelves, List<Proposal> proposals) {
    static final GeneratorResult NONE = new GeneratorResult(List.of(), List.of());
}
