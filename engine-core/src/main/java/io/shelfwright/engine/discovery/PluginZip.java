package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the jars of a zip into a directory that is named after its content, once for each content. */
final class PluginZip {
    /** No plugin needs more; a zip that unpacks to more is broken or hostile. */
    private static final long MOST_BYTES = 4L << 30;

    private PluginZip() {}

    /**
     * Returns the directory with the jars.
     *
     * @throws IOException if it cannot be read, or an entry would be written outside of the directory; then nothing is
     */
    static Path unpack(Path zip, WorkDirectory work) throws IOException {
        Path parent = zip.toAbsolutePath().getParent();
        String content = ContentHash.of(parent == null ? zip : parent, List.of(zip.toAbsolutePath()));
        Path target = work.path().resolve("zip-" + content);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path staging = work.next("zip");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            check(file, staging);
            write(file, staging);
            Files.move(staging, target);
            return target;
        } catch (IOException | IllegalArgumentException e) {
            WorkDirectory.delete(staging);
            throw new IOException(zip.getFileName() + " cannot be unpacked (" + e.getMessage() + ")", e);
        }
    }

    private static void check(ZipFile file, Path staging) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.contains("\\") || !staging.resolve(name).normalize().startsWith(staging)) {
                throw new IOException("its entry '" + name + "' lies outside of the plugin");
            }
        }
    }

    private static void write(ZipFile file, Path staging) throws IOException {
        long left = MOST_BYTES;
        byte[] buffer = new byte[1 << 16];
        for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory() || !entry.getName().endsWith(".jar")) {
                continue;
            }
            Path target = staging.resolve(entry.getName()).normalize();
            Files.createDirectories(target.getParent());
            try (InputStream in = file.getInputStream(entry);
                    var out = Files.newOutputStream(target)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    left -= n;
                    if (left < 0) {
                        throw new IOException("it holds more than " + MOST_BYTES + " bytes");
                    }
                    out.write(buffer, 0, n);
                }
            }
        }
    }
}
