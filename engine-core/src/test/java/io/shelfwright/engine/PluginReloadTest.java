package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ConfigException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginInfo.State;
import io.shelfwright.api.PluginReload;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that come, change and go while an engine runs. */
class PluginReloadTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private Path jar;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(60);
        jar = directory.resolve("plugins").resolve("stamp.jar");
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private void stamped(int build) {
        StampPlugin.plain().build(build).writeTo(jar);
    }

    private String title() {
        return world.home("u").shelf("stamp-0").orElseThrow().title();
    }

    private PluginInfo info(String id) {
        return world.engine().plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedPluginIsOnTheNextPage() {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        assertThat(title()).isEqualTo("Build 1");
        stamped(2);

        PluginReload done = world.engine().reloadPlugins();

        assertThat(done.reloaded()).containsExactly("stamp");
        assertThat(done.added()).isEmpty();
        assertThat(done.removed()).isEmpty();
        assertThat(title()).isEqualTo("Build 2");
        assertThat(world.home("u").configHash()).isEqualTo(done.configHash());
        PageChecks.isAGoodPage(world.home("u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins", "plugins/../plugins", "link"})
    void aDirectoryThatIsGivenTwiceIsReadOnce(String again) throws IOException {
        stamped(1);
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("plugins"));
        world.config(StampPlugin.CONFIG);

        try (HomeEngine engine =
                world.builder().pluginDirectory(directory.resolve(again)).build()) {
            assertThat(engine.plugins())
                    .filteredOn(plugin -> plugin.id().equals("stamp"))
                    .hasSize(1);
            stamped(2);
            assertThat(engine.reloadPlugins().reloaded()).containsExactly("stamp");
        }
    }

    @Test
    void aPluginInTwoDirectoriesIsRefusedWithBothPlaces() {
        stamped(1);
        Path other = directory.resolve("more");
        StampPlugin.plain().build(2).writeTo(other.resolve("stamp.jar"));
        world.config(StampPlugin.CONFIG);

        assertThatThrownBy(() -> world.builder().pluginDirectory(other).build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(jar.toString())
                .hasMessageContaining(other.resolve("stamp.jar").toString());
    }

    @Test
    void nothingHappensWhereNothingChanged() {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        HomePage before = world.home("u");
        assertThat(world.engine().reloadPlugins().unchanged()).isTrue();
        assertThat(world.home("u").configHash()).isEqualTo(before.configHash());
    }

    @Test
    void aPluginThatNoInstanceUsesComesAndGoesAndChangesNoPage() throws IOException {
        world.home("u");
        String hash = world.home("u").configHash();
        stamped(1);
        assertThat(world.engine().reloadPlugins().added()).containsExactly("stamp");
        assertThat(info("stamp").state()).isEqualTo(State.IDLE);
        assertThat(world.home("u").configHash()).isEqualTo(hash);
        Files.delete(jar);
        assertThat(world.engine().reloadPlugins().removed()).containsExactly("stamp");
        assertThat(world.engine().plugins())
                .noneMatch(plugin -> plugin.id().equals("stamp") && plugin.state() == State.IDLE);
    }

    @Test
    void onePluginIsReloadedChangedOrNotAndOthersStay() {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        Path other = directory.resolve("plugins").resolve("other.jar");
        PluginJars idle = PluginJars.of("idle", "idle.It").source("idle.It", """
                package idle;

                public final class It implements io.shelfwright.spi.ShelfwrightPlugin {
                    @Override
                    public String id() {
                        return "idle";
                    }
                }
                """);
        idle.writeTo(other);
        world.home("u");
        idle.version("2.0").writeTo(other);

        assertThat(world.engine().reloadPlugin("stamp").reloaded()).containsExactly("stamp");

        assertThat(info("idle").version()).isEqualTo("1.0");
        assertThat(world.engine().reloadPlugin("idle").reloaded()).containsExactly("idle");
        assertThat(info("idle").version()).isEqualTo("2.0");
        assertThatThrownBy(() -> world.engine().reloadPlugin("stomp"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("did you mean 'stamp'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"made badly\"); | '' | cannot make 'stamp-a'",
                "'' | if (true) throw new IllegalStateException(\"asked badly\"); | 'stamp-a' (recall) failed",
                "'' | if (true) return null; | 'stamp-b' (recall)",
            })
    void aNewVersionThatFailsItsTrialIsNotUsed(String whenMade, String whenProposing, String said) {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        HomePage before = world.home("u");
        StampPlugin.of(whenMade, whenProposing).build(2).writeTo(jar);

        assertThatThrownBy(() -> world.engine().reloadPlugins())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(said);

        assertThat(world.home("u").shelves()).isEqualTo(before.shelves());
        assertThat(info("stamp").version()).isEqualTo("1.1");
        stamped(3);
        assertThat(world.engine().reloadPlugins().reloaded()).containsExactly("stamp");
        assertThat(title()).isEqualTo("Build 3");
    }

    @Test
    void anInstanceThatWasBrokenBeforeDoesNotKeepItsPluginFromBeingReplaced() {
        StampPlugin.of("", "if (row == 1) throw new IllegalStateException(\"always\");")
                .build(1)
                .writeTo(jar);
        world.config(StampPlugin.CONFIG);
        assertThat(title()).isEqualTo("Build 1");
        StampPlugin.of("", "if (row == 1) throw new IllegalStateException(\"still\");")
                .build(2)
                .writeTo(jar);
        world.engine().reloadPlugins();
        assertThat(title()).isEqualTo("Build 2");
    }

    @Test
    void aTrialIsNeitherLoggedNorMeasured() throws InterruptedException {
        CountingMetrics metrics = new CountingMetrics(new ConcurrentHashMap<>());
        world.metrics(metrics);
        stamped(1);
        world.config(StampPlugin.CONFIG);
        world.home("u");
        StampPlugin.of("", "if (true) throw new IllegalStateException();")
                .build(2)
                .writeTo(jar);
        assertThatThrownBy(() -> world.engine().reloadPlugins()).isInstanceOf(PluginException.class);
        assertThat(metrics.counts()).doesNotContainKey("recall/stamp-a/failed");
    }

    @Test
    void aPluginThatTheConfigurationNeedsCannotBeRemoved() throws IOException {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        world.home("u");
        Files.delete(jar);

        assertThatThrownBy(() -> world.engine().reloadPlugins())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("stamp-a");

        assertThat(title()).isEqualTo("Build 1");
    }

    @Test
    void aPluginThatSaysSoIsNotReloaded() {
        StampPlugin.plain()
                .build(1)
                .attribute("Shelfwright-Reloadable", "false")
                .writeTo(jar);
        world.config(StampPlugin.CONFIG);
        world.home("u");
        stamped(2);

        assertThatThrownBy(() -> world.engine().reloadPlugins())
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll("plugin 'stamp' 1.1", "Shelfwright-Reloadable: false", "restart the process");

        assertThat(title()).isEqualTo("Build 1");
        assertThat(info("stamp").reloadable()).isFalse();
    }

    @Test
    void thePluginOfASinkLivesAsLongAsTheEngine() {
        PluginJars sink = PluginJars.of("sinks", "sinks.It").source("sinks.It", """
                package sinks;

                import io.shelfwright.api.*;
                import io.shelfwright.spi.*;
                import java.util.List;

                public final class It implements ShelfwrightPlugin {
                    @Override
                    public String id() {
                        return "sinks";
                    }

                    @Override
                    public List<PluginFactory<ExperienceSink>> experienceSinks() {
                        return List.of(PluginFactory.of("drain", "Takes all.", context -> new ExperienceSink() {
                            @Override
                            public void page(PageRecord page) {}

                            @Override
                            public void interaction(Interaction interaction) {}
                        }));
                    }
                }
                """);
        sink.writeTo(jar);
        world.config("storage.sinks = [drain]");
        world.home("u");
        sink.version("2.0").writeTo(jar);

        assertThatThrownBy(() -> world.engine().reloadPlugins())
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll("experience sink 'drain'", "lives as long as the engine");

        assertThat(info("sinks").state()).isEqualTo(State.ACTIVE);
        assertThat(info("sinks").reloadable()).isFalse();
    }

    @Test
    void aPluginOfTheHostCannotBeReloaded() {
        assertThatThrownBy(() -> world.engine().reloadPlugin("scripted"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("class path");
    }

    @Test
    void aPageIsReplayedByThePluginsThatMadeItAndTheReasonSaidWhereTheyAreGone() throws InterruptedException {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        HomePage page = world.home("u");
        PageRecord record = world.logged(page);
        assertThat(world.engine().replay(record).shelves()).isEqualTo(page.shelves());
        stamped(2);
        world.engine().reloadPlugins();

        assertThatThrownBy(() -> world.engine().replay(record))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("other versions of plugins");
        assertThat(world.engine()
                        .explain(page, page.shelves().get(0).cards().get(0).itemId()))
                .isNotNull();

        stamped(1);
        world.engine().reloadPlugins();
        assertThat(world.engine().replay(record).shelves()).isEqualTo(page.shelves());
    }

    @Test
    void pagesOfEarlierSnapshotsAreBuiltWithThePluginsInUse() throws InterruptedException {
        stamped(1);
        world.config(StampPlugin.CONFIG);
        HomePage page = world.home("u");
        PageRecord record = world.logged(page);
        world.items(50);
        world.engine().refresh();

        assertThat(world.engine().replay(record).shelves()).isEqualTo(page.shelves());
        stamped(2);
        world.engine().reloadPlugins();
        assertThat(title()).isEqualTo("Build 2");
        assertThat(world.home("u").snapshot()).isNotEqualTo(page.snapshot());
    }

    @Test
    void aPluginDirectoryThatIsBrokenAtTheStartKeepsTheEngineFromStarting() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "torn");
        assertThatThrownBy(() -> world.engine())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("stamp.jar");
    }
}
