package io.shelfwright.engine.experience;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found while reading one kind of record from the log.
 *
 * @param files files read
 * @param records records given, repeated ones included
 * @param truncated files whose last block was cut off by a crash; its records were never acknowledged
 */
public record LogReport(int files, long records, List<Path> truncated) {
    public LogReport {
        truncated = List.copyOf(truncated);
    }
}
