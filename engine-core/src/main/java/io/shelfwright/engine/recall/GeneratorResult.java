package io.shelfwright.engine.recall;

import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfSpec;
import java.util.List;

/**
 * What one generator gave for one request.
 *
 * @param shelves shelves it brings along
 * @param proposals as it gave them, cut but not checked
 * @param cut whether it gave more than may be read
 */
record GeneratorResult(List<ShelfSpec> shelves, List<Proposal> proposals, boolean cut) {
    static final GeneratorResult NONE = new GeneratorResult(List.of(), List.of(), false);
}
