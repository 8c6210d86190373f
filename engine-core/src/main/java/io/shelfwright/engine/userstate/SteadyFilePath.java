package io.shelfwright.engine.userstate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Opens the store's file so that an interrupted thread does not close it for all others.
 *
 * <p>A {@link FileChannel} closes itself when a thread that uses it is interrupted, and hosts interrupt request threads.
 * Public only because the store makes instances by reflection.
 */
public final class SteadyFilePath extends FilePathWrapper {
    private static final String SCHEME = "steady";

    /** Returns the name under which the store opens a file this way. */
    static String name(String file) {
        FilePath.register(new SteadyFilePath());
        return SCHEME + ":" + file;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(unwrap().toString(), mode);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
