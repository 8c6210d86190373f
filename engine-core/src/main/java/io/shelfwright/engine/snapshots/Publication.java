package io.shelfwright.engine.snapshots;

import io.shelfwright.engine.snapshots.PublicationStep.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a publisher does to the directory, step by step; whoever calls keeps out other publishers. */
final class Publication {
    static final Pattern VERSION = Pattern.compile("\\d{6}");
    private static final String STAGING = ".staging";
    private static final String TRASH = ".trash-";

    private final Path directory;
    private final Pointers pointers;
    private final Listener listener;

    Publication(Path directory, Listener listener) {
        this.directory = directory;
        this.listener = listener;
        pointers = new Pointers(directory);
    }

    /**
     * Writes a version, and puts it into use or makes it the candidate.
     *
     * @param known what the manifest says beside what the check finds
     */
    String publish(
            Instant at,
            String note,
            SnapshotStore.Writer writer,
            SnapshotCheck check,
            Optional<Snapshot> inUse,
            Map<String, String> known,
            boolean asCandidate)
            throws IOException {
        Path staging = directory.resolve(STAGING);
        String parent = pointers.read(Pointers.CURRENT).orElse("");
        try {
            Files.createDirectories(staging);
            writer.write(staging);
            listener.reached(PublicationStep.WRITTEN);
            String version = next();
            Map<String, String> facts = new TreeMap<>(known);
            facts.putAll(check.check(new Snapshot(version, staging, at, parent, note, Map.copyOf(facts)), inUse));
            listener.reached(PublicationStep.VERIFIED);
            Manifest.of(staging, at, parent, note, facts).write(staging);
            listener.reached(PublicationStep.LISTED);
            Durable.syncTree(staging);
            listener.reached(PublicationStep.FORCED);
            pointers.write(Pointers.PENDING, version);
            listener.reached(PublicationStep.ANNOUNCED);
            Files.move(staging, directory.resolve(version), StandardCopyOption.ATOMIC_MOVE);
            Durable.syncDirectory(directory);
            listener.reached(PublicationStep.MOVED);
            if (asCandidate) {
                pointers.write(Pointers.CANDIDATE, version);
            } else {
                use(version);
            }
            pointers.remove(Pointers.PENDING);
            listener.reached(PublicationStep.SETTLED);
            return version;
        } finally {
            FileTree.delete(staging);
        }
    }

    void use(String version) throws IOException {
        Optional<String> before = pointers.read(Pointers.CURRENT);
        if (before.isPresent() && !before.get().equals(version)) {
            pointers.write(Pointers.PREVIOUS, before.get());
        }
        listener.reached(PublicationStep.REMEMBERED);
        pointers.prepare(Pointers.CURRENT, version);
        listener.reached(PublicationStep.NAMED);
        pointers.commit(Pointers.CURRENT);
        listener.reached(PublicationStep.IN_USE);
    }

    /** Deletes what processes left that died while they published or deleted. */
    void sweep() throws IOException {
        FileTree.delete(directory.resolve(STAGING));
        pointers.sweep();
        for (Path trash : children(TRASH)) {
            FileTree.delete(trash);
        }
        Optional<String> pending = pointers.read(Pointers.PENDING).filter(VERSION.asMatchPredicate());
        if (pending.isPresent() && !named().contains(pending.get()) && Files.exists(directory.resolve(pending.get()))) {
            condemn(pending.get());
            FileTree.delete(trash(pending.get()));
        }
        pointers.remove(Pointers.PENDING);
        listener.reached(PublicationStep.SWEPT);
    }

    /**
     * Deletes versions that nobody uses and no file names.
     *
     * @param keep how many of the newest stay
     * @param previous stays too
     */
    List<String> collect(int keep, Optional<String> previous) throws IOException {
        if (keep < 1) {
            throw new IllegalArgumentException("keep is " + keep + ", allowed is 1 and above");
        }
        List<String> old = new ArrayList<>(versions());
        old.subList(Math.max(0, old.size() - keep), old.size()).clear();
        old.removeAll(named());
        previous.ifPresent(old::remove);
        List<String> deleted = new ArrayList<>();
        for (String version : old) {
            boolean free = SnapshotLease.whileNoneIsTaken(directory, () -> {
                boolean unused = !SnapshotLease.isTaken(directory, version);
                if (unused) {
                    condemn(version);
                }
                return unused;
            });
            if (free) {
                listener.reached(PublicationStep.CONDEMNED);
                FileTree.delete(trash(version));
                deleted.add(version);
            }
        }
        return List.copyOf(deleted);
    }

    /** Returns the versions that some file names. */
    List<String> named() {
        List<String> named = new ArrayList<>();
        for (String name : List.of(Pointers.CURRENT, Pointers.PREVIOUS, Pointers.CANDIDATE)) {
            pointers.read(name).ifPresent(named::add);
        }
        return named;
    }

    /** Returns all versions, the damaged ones too, oldest first. */
    List<String> versions() throws IOException {
        return children("").stream()
                .map(child -> String.valueOf(child.getFileName()))
                .filter(VERSION.asMatchPredicate())
                .sorted()
                .toList();
    }

    /** One rename, so that a version is there as a whole or not at all. */
    private void condemn(String version) throws IOException {
        Files.move(directory.resolve(version), trash(version), StandardCopyOption.ATOMIC_MOVE);
        Durable.syncDirectory(directory);
    }

    private Path trash(String version) {
        return directory.resolve(TRASH + version);
    }

    private List<Path> children(String prefix) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> String.valueOf(child.getFileName()).startsWith(prefix))
                    .toList();
        }
    }

    /** A damaged version keeps its number: what came after it must not be mistaken for it. */
    private String next() throws IOException {
        List<String> versions = versions();
        long last = versions.isEmpty() ? 0 : Long.parseLong(versions.get(versions.size() - 1));
        return String.format(Locale.ROOT, "%06d", last + 1);
    }
}
