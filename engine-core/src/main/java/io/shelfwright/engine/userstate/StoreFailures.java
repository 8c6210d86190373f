package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserStateException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what went wrong with the store's file and what to do about it. */
final class StoreFailures {
    private final Path file;

    StoreFailures(Path file) {
        this.file = file;
    }

    UserStateException opening(RuntimeException cause) {
        if (code(cause) == DataUtils.ERROR_FILE_LOCKED) {
            return new UserStateException(
                    "directory " + file.toAbsolutePath().getParent()
                            + " is in use: another engine or process has opened "
                            + file.getFileName()
                            + "; close that one first, or give this one a directory of its own",
                    cause);
        }
        if (damaged(cause)) {
            return damage(cause);
        }
        return new UserStateException(
                "user state " + file + " cannot be opened (" + cause.getMessage()
                        + "); check that the directory exists, may be written and has free space",
                cause);
    }

    UserStateException reading(RuntimeException cause) {
        return code(cause) == DataUtils.ERROR_CLOSED ? closed(cause) : damage(cause);
    }

    UserStateException writing(RuntimeException cause) {
        if (code(cause) == DataUtils.ERROR_CLOSED) {
            return closed(cause);
        }
        return new UserStateException(
                "user state " + file + " cannot be written (" + cause.getMessage()
                        + "); nothing of this call was stored for certain: check free space and permissions, open the engine"
                        + " again and repeat the call, what was stored already is recognised by its id",
                cause);
    }

    UserStateException closed(@Nullable RuntimeException cause) {
        return new UserStateException(
                "user state " + file + " is closed; use it before close(), or open the engine again", cause);
    }

    private UserStateException damage(RuntimeException cause) {
        return new UserStateException(
                "user state " + file + " is damaged (" + cause.getMessage()
                        + "); restore the file from a backup, or move it away to begin with no users",
                cause);
    }

    private static boolean damaged(RuntimeException cause) {
        return switch (code(cause)) {
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_INTERNAL,
                    DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_SERIALIZATION,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND -> true;
            default -> !(cause instanceof MVStoreException);
        };
    }

    private static int code(RuntimeException cause) {
        return cause instanceof MVStoreException store ? store.getErrorCode() : -1;
    }
}
