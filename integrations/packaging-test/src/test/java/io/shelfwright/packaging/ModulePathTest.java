package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is a named module, with everything else on the module path. */
class ModulePathTest {
    private static final List<String> MODULES =
            List.of("engine-api", "engine-core", "heuristics", "diversity", "features");

    @TempDir
    private Path directory;

    @Test
    void aModuleServesAPageWithTwoPluginsOfTheModulePath() throws Exception {
        Path host = Files.createDirectory(directory.resolve("host"));
        String path = Compilation.path(modules());
        Compilation.compile(Compilation.sources(Path.of("src/host/java")), "--module-path", path, host);

        List<String> lines = run(
                "-p",
                Compilation.path(Stream.concat(modules(), Stream.of(host))),
                "--add-modules",
                "io.shelfwright.features,io.shelfwright.heuristics,io.shelfwright.diversity",
                "-m",
                "io.shelfwright.host/io.shelfwright.host.Host",
                Files.createDirectory(directory.resolve("data")).toString());

        assertThat(lines).contains("Popular now: 6 cards", "degradations: []");
    }

    private static Stream<Path> modules() {
        return Stream.concat(MODULES.stream().map(Jars::ours), Jars.libraries().stream());
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java, "-XX:TieredStopAtLevel=1"), Stream.of(arguments))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text.lines().toList();
    }
}
