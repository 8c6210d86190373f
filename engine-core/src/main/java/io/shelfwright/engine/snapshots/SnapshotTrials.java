package io.shelfwright.engine.snapshots;

import io.shelfwright.api.SnapshotException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Begins and ends trials of versions; thread-safe.
 *
 * <p>The candidate is named in a file beside the one that names the version in use. Engines that watch the directory give it to a
 * share of their users.
 */
public final class SnapshotTrials {
    private final SnapshotStore store;
    private final Pointers pointers;
    private final SnapshotHistory history;
    private final InstantSource clock;

    SnapshotTrials(SnapshotStore store, Pointers pointers, SnapshotHistory history, InstantSource clock) {
        this.store = store;
        this.pointers = pointers;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Makes a version the candidate.
     *
     * @throws SnapshotException if it is missing, damaged, or in use already
     */
    public void nominate(String version) {
        store.open(version);
        store.changing("cannot make snapshot " + version + " the candidate", () -> {
            store.requireVersion(version);
            if (store.current().equals(Optional.of(version))) {
                throw new SnapshotException("snapshot " + version + " is in use, so it cannot be tried beside it");
            }
            pointers.write(Pointers.CANDIDATE, version);
            history.add(clock.instant(), version, SnapshotEvent.CANDIDATE, "");
            return version;
        });
    }

    /**
     * Puts the candidate into use.
     *
     * @return the version
     * @throws SnapshotException if there is none, or it is damaged
     */
    public String promote() {
        String version = store.candidate()
                .orElseThrow(() -> new SnapshotException("there is no candidate to put into use; nominate one first"));
        store.rollback(version);
        return version;
    }

    /**
     * Ends the trial of a version, which nobody serves afterwards.
     *
     * @param why for people, kept in the history
     * @return whether it was the candidate
     */
    public boolean withdraw(String version, String why) {
        return store.changing("cannot withdraw snapshot " + version, () -> {
            boolean was = store.candidate().equals(Optional.of(version));
            if (was) {
                pointers.remove(Pointers.CANDIDATE);
                history.add(clock.instant(), version, SnapshotEvent.WITHDRAWN, why);
            }
            return was;
        });
    }
}
