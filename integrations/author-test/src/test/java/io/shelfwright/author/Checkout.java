package io.shelfwright.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This checkout, as far as a plugin author's commands need it. */
final class Checkout {
    static final Path ROOT = Path.of(System.getProperty("shelfwright.root"));

    private static final String APP = "sample-app/target/shelfwright-sample-app.jar";
    private static final String LIBRARIES = "sample-app/target/lib";
    /** What an author builds; of the other modules Maven wants to see the pom. */
    private static final List<String> BUILT = List.of("bom", "engine-api", "engine-testkit", "plugin-archetype");

    private Checkout() {}

    /** Makes a copy in which nothing is built but the command line. */
    static void copy(Path target) throws IOException {
        for (String file : List.of("pom.xml", "plugin.bnd", "mvnw", "mvnw.cmd", "shelfwright")) {
            put(file, target);
        }
        copyTree(".mvn", target);
        copyTree("examples", target);
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        for (String module : Pattern.compile("<module>(.*?)</module>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList()) {
            if (BUILT.contains(module)) {
                copyTree(module, target);
            } else {
                put(module + "/pom.xml", target);
            }
        }
        // Younger than every source, so that the launcher finds it current.
        Path app = target.resolve(APP);
        Files.createDirectories(app.getParent());
        Files.copy(ROOT.resolve(APP), app);
        Files.createSymbolicLink(target.resolve(LIBRARIES), ROOT.resolve(LIBRARIES));
    }

    private static void copyTree(String directory, Path target) throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT.resolve(directory))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                if (!name.contains("/target/")) {
                    put(name, target);
                }
            }
        }
    }

    private static void put(String file, Path target) throws IOException {
        Path copy = target.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(ROOT.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
