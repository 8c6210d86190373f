package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A private copy of a plugin's jars.
 *
 * @param directory where it is
 * @param jars the copied jars
 * @param content what they hold
 */
record PluginCopy(Path directory, List<Path> jars, String content) {

    /** Copies jars, which are relative to a root, and makes sure that they are still those that were looked at. */
    static PluginCopy of(Path root, List<Path> jars, String content, Path directory) throws IOException {
        List<Path> copied = new ArrayList<>();
        try {
            for (Path jar : jars) {
                Path target = directory.resolve(root.relativize(jar).toString());
                Files.createDirectories(target.getParent());
                Files.copy(jar, target);
                copied.add(target);
            }
            if (!ContentHash.of(directory, copied).equals(content)) {
                throw new IOException("its files changed while they were read; reload when they are complete");
            }
        } catch (IOException | RuntimeException e) {
            WorkDirectory.delete(directory);
            throw e;
        }
        return new PluginCopy(directory, copied, content);
    }

    List<URL> urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls;
    }

    void delete() {
        WorkDirectory.delete(directory);
    }
}
