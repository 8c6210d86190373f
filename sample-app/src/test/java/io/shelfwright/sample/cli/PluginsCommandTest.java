package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins of a data directory, on the command line. */
class PluginsCommandTest {
    @TempDir
    private static Path folder;

    private static Path data;
    private static Path plugins;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void importTheSyntheticWorld() {
        data = folder.resolve("data");
        plugins = data.resolve("plugins");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(ShelfwrightCommand.commandLine(nowhere, nowhere)
                        .execute("import", "synthetic", "--data", data.toString()))
                .isZero();
    }

    @AfterEach
    void removePlugins() throws IOException {
        Files.deleteIfExists(plugins.resolve("acme.jar"));
        Files.deleteIfExists(plugins.resolve("bad.jar"));
    }

    private static PluginJars acme() {
        return PluginJars.of("acme", "acme.It").source("acme.It", """
                package acme;

                import io.shelfwright.spi.*;
                import java.util.List;

                public final class It implements ShelfwrightPlugin {
                    @Override
                    public String id() {
                        return "acme";
                    }

                    @Override
                    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
                        return List.of(PluginFactory.of("acme-picks", "Picks.", context -> request -> List.of()));
                    }
                }
                """);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private JsonNode json() throws IOException {
        return Printing.JSON.readTree(out.toString());
    }

    @Test
    void aPluginOfTheDirectoryIsListedWithAllThatIsKnownOfIt() throws IOException {
        acme().version("2.1").writeTo(plugins.resolve("acme.jar"));

        assertThat(run("plugins", "list", "--data", data.toString())).isZero();
        assertThat(out.toString())
                .contains("acme 2.1  for API [1.0,2.0)  reloadable  (" + plugins.resolve("acme.jar") + ")")
                .contains("candidate generator acme-picks")
                .contains("class path");

        assertThat(run("plugins", "list", "--data", data.toString(), "--json")).isZero();
        JsonNode listed = json().get(0);
        assertThat(listed.path("id").asText()).isEqualTo("acme");
        assertThat(listed.path("content").asText()).hasSize(16);
        assertThat(listed.path("factories").get(0).path("name").asText()).isEqualTo("acme-picks");
    }

    @Test
    void whatIsRefusedIsListedTooAndNoPageIsBuiltWithIt() throws IOException {
        Files.createDirectories(plugins);
        Files.writeString(plugins.resolve("bad.jar"), "torn");
        acme().writeTo(plugins.resolve("acme.jar"));

        assertThat(run("plugins", "list", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("acme 1.0").contains("refused: ").contains("bad.jar");
        assertThat(run("check", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("bad.jar");
        assertThat(run("home", "--data", data.toString(), "--user", "u1")).isEqualTo(2);
        assertThat(err.toString()).contains("bad.jar");
    }

    @Test
    void aJarIsCheckedWithoutServingIt() throws IOException {
        Path good = acme().writeTo(folder.resolve("new/acme.jar"));
        Path bad = acme().attribute("Shelfwright-Api-Version", "[7.0,8)")
                .resource("io/shelfwright/spi/Ranker.class", "")
                .writeTo(folder.resolve("new/bad.jar"));

        assertThat(run("plugins", "check", good.toString())).isZero();
        assertThat(out.toString()).contains("1 plugin is good").contains("plugin 'acme' 1.0");
        assertThat(run("plugins", "check", bad.toString(), "--json")).isEqualTo(1);
        assertThat(json().path("good").asBoolean()).isFalse();
        assertThat(json().path("problems")).hasSize(2);
        assertThat(run("plugins", "check", folder.resolve("new").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("bad.jar").contains("[7.0,8.0)");
        assertThat(run("plugins", "check", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(run(
                        "plugins",
                        "check",
                        Files.createDirectory(folder.resolve("none")).toString()))
                .isZero();
        assertThat(out.toString()).contains("there is no plugin in").contains("each *.zip of jars");
    }

    @Test
    void twoFactoriesOfOneNameAreFoundByACheck() {
        Path twin = PluginJars.of("twin", "twin.It").source("twin.It", """
                        package twin;

                        import io.shelfwright.spi.*;
                        import java.util.List;

                        public final class It implements ShelfwrightPlugin {
                            @Override
                            public String id() {
                                return "twin";
                            }

                            @Override
                            public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
                                return List.of(PluginFactory.of("shortcuts", "Twice.", context -> request -> List.of()));
                            }
                        }
                        """).writeTo(folder.resolve("twin.jar"));
        assertThat(run("plugins", "check", twin.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("'shortcuts'")
                .contains("ShortcutsPlugin")
                .contains("twin.jar");
    }

    @Test
    void anEngineThatWatchesReloadsOnCommandAndSaysWhatItDid() throws IOException {
        Path config = data.resolve("home.conf");
        acme().writeTo(plugins.resolve("acme.jar"));
        String settings = "plugins { watch-interval = 10ms, quiet-period = 1h }";
        try (HomeEngine engine = Shelfwright.builder(ConfigReader.read(config, settings))
                .watchPlugins(true)
                .build()) {
            acme().version("2.0").writeTo(plugins.resolve("acme.jar"));
            assertThat(run("plugins", "reload", "--data", data.toString())).isZero();
            assertThat(out.toString()).contains("reloaded acme");
            assertThat(engine.plugins())
                    .anyMatch(plugin ->
                            plugin.id().equals("acme") && plugin.version().equals("2.0"));

            assertThat(run("plugins", "reload", "acme", "--data", data.toString(), "--json"))
                    .isZero();
            assertThat(json().path("reloaded").get(0).asText()).isEqualTo("acme");
            assertThat(run("plugins", "reload", "acne", "--data", data.toString()))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("did you mean 'acme'?");
        }
    }

    @Test
    void aReloadThatNoEngineHearsIsAFinding() {
        assertThat(run("plugins", "reload", "--data", data.toString(), "--timeout", "0"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("no engine answered");
    }
}
