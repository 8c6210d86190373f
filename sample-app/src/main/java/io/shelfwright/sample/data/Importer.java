package io.shelfwright.sample.data;

import java.nio.file.Path;

/** Reads one kind of input into a data directory; stateless. */
public interface Importer {

    /** Returns the kind, as it is written on the command line. */
    String kind();

    /**
     * Reads a folder and replaces what the data directory held of this kind; on any error the directory is as it was.
     *
     * @throws io.shelfwright.api.BadRequestException if the folder or a file is missing, truncated or the wrong one
     * @throws io.shelfwright.api.CatalogException if the data directory cannot be written
     */
    ImportReport run(Path from, DataDirectory data);
}
