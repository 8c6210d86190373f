package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;

/** Reads main attributes of manifests. */
final class Manifests {
    private Manifests() {}

    static Map<String, String> attributes(InputStream manifest) throws IOException {
        Map<String, String> attributes = new TreeMap<>();
        new Manifest(manifest)
                .getMainAttributes()
                .forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return attributes;
    }
}
