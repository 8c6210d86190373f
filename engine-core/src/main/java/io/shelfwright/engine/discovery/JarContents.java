package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What can be said of a jar without loading a class.
 *
 * @param attributes main attributes of its manifest
 * @param bundledApi a class of the plugin API that it holds, empty for a good one
 */
record JarContents(Map<String, String> attributes, String bundledApi) {
    private static final Pattern API =
            Pattern.compile("(?:META-INF/versions/\\d+/)?(io/shelfwright/(?:api|spi)/.+)\\.class");

    static JarContents read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Map<String, String> attributes = Map.of();
            String bundled = "";
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Matcher api = API.matcher(entry.getName());
                if (bundled.isEmpty() && api.matches()) {
                    bundled = api.group(1).replace('/', '.');
                }
                if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        attributes = Manifests.attributes(in);
                    }
                }
            }
            return new JarContents(attributes, bundled);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(jar.getFileName() + " is no jar that can be read (" + e.getMessage() + ")", e);
        }
    }
}
