package io.shelfwright.engine.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a snapshot consists of: size and SHA-256 of every file.
 *
 * @param created when it was published
 * @param parent version it was made from
 * @param note for people
 * @param facts what else is known of it: what it was made from, what was checked
 * @param files by relative path
 */
record Manifest(Instant created, String parent, String note, Map<String, String> facts, Map<String, Entry> files) {
    static final String FILE = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    record Entry(long size, String sha256) {}

    static Manifest of(Path root, Instant created, String parent, String note, Map<String, String> facts)
            throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        for (String path : paths(root)) {
            files.put(path, entry(root.resolve(path)));
        }
        return new Manifest(created, parent, note, new TreeMap<>(facts), files);
    }

    void write(Path root) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("created", created.toString()).put("parent", parent).put("note", note);
        if (!facts.isEmpty()) {
            ObjectNode known = node.putObject("facts");
            facts.forEach(known::put);
        }
        ArrayNode list = node.putArray("files");
        files.forEach((path, entry) ->
                list.addObject().put("path", path).put("size", entry.size).put("sha256", entry.sha256));
        JSON.writerWithDefaultPrettyPrinter().writeValue(root.resolve(FILE).toFile(), node);
    }

    static Manifest read(Path root) {
        try {
            JsonNode node = JSON.readTree(root.resolve(FILE).toFile());
            Map<String, Entry> files = new TreeMap<>();
            for (JsonNode file : node.required("files")) {
                files.put(
                        file.required("path").asText(),
                        new Entry(
                                file.required("size").asLong(),
                                file.required("sha256").asText()));
            }
            Map<String, String> facts = new TreeMap<>();
            node.path("facts")
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            return new Manifest(
                    Instant.parse(node.required("created").asText()),
                    node.path("parent").asText(),
                    node.path("note").asText(),
                    facts,
                    files);
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new SnapshotException(
                    "the manifest of snapshot " + root.getFileName() + " is damaged: " + e.getMessage()
                            + "; roll back to an earlier snapshot or publish a new one",
                    e);
        }
    }

    static void requireFile(Path root) {
        if (!Files.isRegularFile(root.resolve(FILE))) {
            throw damaged("snapshot " + root.getFileName(), "its file " + FILE + " is missing");
        }
    }

    /** Returns the entries of the files in one directory of the snapshot. */
    Map<String, Entry> filesIn(String directory) {
        Map<String, Entry> own = new TreeMap<>(files);
        own.keySet().removeIf(path -> !path.startsWith(directory + "/"));
        return own;
    }

    /** Throws if any file is missing, changed or unknown. */
    void verify(Path root) {
        String snapshot = "snapshot " + root.getFileName();
        try {
            Set<String> present = paths(root);
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                if (!present.contains(file.getKey())) {
                    throw damaged(snapshot, "its file " + file.getKey() + " is missing");
                }
                if (!entry(root.resolve(file.getKey())).equals(file.getValue())) {
                    throw damaged(snapshot, "its file " + file.getKey() + " is not the one that was published");
                }
            }
            present.removeAll(files.keySet());
            if (!present.isEmpty()) {
                throw damaged(snapshot, "it holds files that were not published: " + String.join(", ", present));
            }
        } catch (IOException e) {
            throw new SnapshotException(snapshot + " cannot be read: " + e, e);
        }
    }

    private static SnapshotException damaged(String snapshot, String what) {
        return new SnapshotException(
                snapshot + " is damaged: " + what + "; roll back to an earlier snapshot or publish a new one");
    }

    private static Set<String> paths(Path root) throws IOException {
        Set<String> paths = new java.util.TreeSet<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(FILE))
                    .forEach(paths::add);
        }
        return paths;
    }

    private static Entry entry(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
            return new Entry(size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
