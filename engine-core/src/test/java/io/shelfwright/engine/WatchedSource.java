package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.engine.discovery.DirectoryPluginSource;
import io.shelfwright.engine.discovery.OpenedPlugin;
import io.shelfwright.engine.discovery.PluginLocation;
import io.shelfwright.engine.discovery.PluginSource;
import io.shelfwright.engine.discovery.SharedPackages;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plugin directory that notes every class loader which is made, without keeping it. */
final class WatchedSource implements PluginSource {
    private final PluginSource source;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    WatchedSource(Path plugins) {
        source =
                DirectoryPluginSource.of(plugins, SharedPackages.with(List.of()), WatchedSource.class.getClassLoader());
    }

    @Override
    public List<PluginLocation> locate() {
        List<PluginLocation> watched = new ArrayList<>();
        for (PluginLocation location : source.locate()) {
            watched.add(new PluginLocation(
                    location.origin(),
                    location.descriptor(),
                    location.content(),
                    location.ownLoader(),
                    location.problems(),
                    () -> {
                        OpenedPlugin opened = location.opener().open();
                        loaders.add(new WeakReference<>(opened.loader()));
                        return opened;
                    }));
        }
        return watched;
    }

    List<WeakReference<ClassLoader>> loaders() {
        return loaders;
    }

    /** Has the collector run until all but the last loader are gone. */
    void requireOnlyTheLastLoaderLeft() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders)
                    .filteredOn(loader -> loader.get() != null)
                    .as("class loaders that are left of %s", loaders.size())
                    .hasSize(1);
        });
        assertThat(loaders.get(loaders.size() - 1).get()).isNotNull();
    }

    @Override
    public void close() {
        source.close();
    }
}
