package io.shelfwright.editorial;

import io.shelfwright.api.PluginException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The editors' file in its last good version.
 *
 * <p>Now and then a request looks whether the time of change or the size differs, and reads the file again; others go on
 * with the version at hand meanwhile. A version with problems is logged once and not taken. Thread-safe.
 */
final class EditorialFile {
    private static final Logger LOG = System.getLogger(EditorialFile.class.getName());

    private final Path file;
    private final EditionReader reader;
    private final InstantSource clock;
    private final Duration checkEvery;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile State state;

    /**
     * Reads the file for the first time.
     *
     * @throws PluginException with all problems, if there are any
     */
    EditorialFile(Path file, EditionReader reader, InstantSource clock, Duration checkEvery) {
        this.file = file;
        this.reader = reader;
        this.clock = clock;
        this.checkEvery = checkEvery;
        Instant now = clock.instant();
        Stamp stamp = stamp();
        try {
            state = new State(reader.read(), List.of(), stamp, now);
        } catch (EditionException e) {
            throw new PluginException("the editors' file has " + count(e.problems()) + ":\n" + e.getMessage(), e);
        }
    }

    /** Returns the last good version, after a look at the file where one is due. */
    Edition current() {
        Instant now = clock.instant();
        Duration since = Duration.between(state.checked, now);
        boolean due = since.isNegative() || since.compareTo(checkEvery) >= 0;
        if (due && lock.tryLock()) {
            try {
                check(now);
            } finally {
                lock.unlock();
            }
        }
        return state.edition;
    }

    /** Returns what is odd in the version at hand, and what is wrong with a newer one that was not taken. */
    List<String> warnings() {
        State seen = state;
        List<String> warnings = new ArrayList<>(seen.edition.warnings());
        for (String problem : seen.problems) {
            warnings.add(problem + " (the version before it stays in use)");
        }
        return warnings;
    }

    private void check(Instant now) {
        State last = state;
        Stamp stamp = stamp();
        if (stamp.equals(last.stamp)) {
            state = new State(last.edition, last.problems, stamp, now);
            return;
        }
        try {
            state = new State(reader.read(), List.of(), stamp, now);
            LOG.log(Level.INFO, "read the editors'' file {0} again", file);
        } catch (EditionException e) {
            state = new State(last.edition, e.problems(), stamp, now);
            LOG.log(
                    Level.ERROR,
                    "the editors' file has " + count(e.problems()) + "; the version before it stays in use:\n"
                            + e.getMessage());
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().toInstant(), attributes.size());
        } catch (IOException e) {
            return Stamp.MISSING;
        }
    }

    private static String count(List<String> problems) {
        return problems.size() == 1 ? "a problem" : problems.size() + " problems";
    }

    /** What a change of the file is recognised by. */
    private record Stamp(Instant modified, long size) {
        static final Stamp MISSING = new Stamp(Instant.MIN, -1);
    }

    private record State(Edition edition, List<String> problems, Stamp stamp, Instant checked) {}
}
