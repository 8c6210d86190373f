package io.shelfwright.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory with a checkout in it, in which commands run as in a plugin author's shell.
 *
 * <p>Maven installs into a repository of its own there, and finds in that of the build around it what this one has resolved.
 */
final class Workshop implements AutoCloseable {
    private static final long MOST_MINUTES = 15;
    private static final List<String> OF_THE_BUILD_AROUND =
            List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS", "MAVEN_CONFIG");

    private final Path directory;
    private int commands;

    private Workshop(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectory(directory.resolve("repository"));
        // Links, since Maven splits its arguments at spaces, which the places they lead to may contain.
        link("around", property("maven.repository"));
        link("settings.xml", afterTheWord(property("maven.settings")));
        link("global-settings.xml", afterTheWord(property("maven.global.settings")));
        Checkout.copy(checkout());
        // 'mvn' is the Maven of the wrapper: whoever reads the document has one of his own.
        Path mvn = Files.createDirectory(directory.resolve("bin")).resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\nexec \"" + checkout().resolve("mvnw") + "\" \"$@\"\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    /** Makes a workshop in which the API and the testkit are installed, as the document says. */
    static Workshop open() {
        try {
            Workshop workshop =
                    new Workshop(Files.createTempDirectory("shelfwright-author").toRealPath());
            workshop.run(workshop.checkout(), Guide.read().installation());
            return workshop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the workshop was made", e);
        }
    }

    Path directory() {
        return directory;
    }

    Path checkout() {
        return directory.resolve("checkout");
    }

    static boolean isOffline() {
        return Boolean.parseBoolean(afterTheWord(property("maven.offline")));
    }

    /** Returns whether the build around has an artifact, so that it can be had offline too. */
    static boolean has(String group, String artifact, String version) {
        return Files.isDirectory(Path.of(property("maven.repository"))
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version));
    }

    /**
     * Runs commands until one fails.
     *
     * @return what they printed
     */
    String run(Path where, String script) throws IOException, InterruptedException {
        Path output = directory.resolve("output-" + commands++);
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        prepare(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(ended).as("%s%nended in time; it printed:%n%s", script, text).isTrue();
        assertThat(process.exitValue())
                .as("exit code of%n%s%nwhich printed:%n%s", script, text)
                .isZero();
        return text;
    }

    private void prepare(Map<String, String> environment) {
        OF_THE_BUILD_AROUND.forEach(environment::remove);
        environment.put("MAVEN_ARGS", String.join(" ", mavenArguments()));
        environment.putIfAbsent("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("PATH", directory.resolve("bin") + File.pathSeparator + environment.get("PATH"));
    }

    private List<String> mavenArguments() {
        List<String> arguments = new ArrayList<>(List.of("-B", "-ntp"));
        if (isOffline()) {
            arguments.add("-o");
        }
        arguments.add("-Dmaven.repo.local=" + directory.resolve("repository"));
        arguments.add("-Dmaven.repo.local.tail=" + directory.resolve("around"));
        if (Files.exists(directory.resolve("settings.xml"))) {
            arguments.addAll(List.of("-s", directory.resolve("settings.xml").toString()));
        }
        if (Files.exists(directory.resolve("global-settings.xml"))) {
            arguments.addAll(
                    List.of("-gs", directory.resolve("global-settings.xml").toString()));
        }
        return arguments;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void link(String name, String target) throws IOException {
        if (!target.isEmpty() && Files.exists(Path.of(target))) {
            Files.createSymbolicLink(directory.resolve(name), Path.of(target).toAbsolutePath());
        }
    }

    private static String afterTheWord(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
