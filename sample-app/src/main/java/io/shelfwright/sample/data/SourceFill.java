package io.shelfwright.sample.data;

import java.io.IOException;

/** Writes everything of one source; throwing anything leaves the data directory as it was. */
@FunctionalInterface
public interface SourceFill {
    ImportReport fill(SourceWriter writer) throws IOException;
}
