package io.shelfwright.packaging;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** The host as a bundle, compiled against the finished jars. */
final class HostBundle {
    private HostBundle() {}

    /** Makes the bundle in a directory and returns its jar. */
    static Path in(Path directory) throws Exception {
        Path classes = Files.createDirectory(directory.resolve("host-classes"));
        List<Path> sources = new ArrayList<>(Compilation.sources(Path.of("src/bundle/java")));
        Compilation.sources(Path.of("src/host/java")).stream()
                .filter(source -> !source.endsWith("module-info.java"))
                .forEach(sources::add);
        String path = Compilation.path(Stream.concat(Jars.ours().stream(), Jars.libraries().stream()))
                + File.pathSeparator
                + Path.of(Bundle.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        Compilation.compile(sources, "--class-path", path, classes);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "host");
        main.putValue("Bundle-Activator", "io.shelfwright.host.Activator");
        main.putValue(
                "Import-Package",
                "org.osgi.framework,io.shelfwright.api,io.shelfwright.spi,io.shelfwright.osgi,io.shelfwright.engine,"
                        + "io.shelfwright.engine.config,io.shelfwright.engine.snapshots,io.shelfwright.engine.discovery");
        return Compilation.jar(classes, manifest, directory.resolve("host.jar"));
    }
}
