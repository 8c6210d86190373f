package io.shelfwright.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin sees of the host, and what it does not. */
class PluginIsolationTest {
    @TempDir
    private Path plugins;

    private final List<LoadedPlugin> loaded = new ArrayList<>();

    @AfterEach
    void close() {
        loaded.forEach(LoadedPlugin::letGo);
    }

    private ClassLoader loader(PluginJars jar, String... shared) {
        jar.writeTo(plugins.resolve("one.jar"));
        var source = DirectoryPluginSource.of(
                plugins, SharedPackages.with(List.of(shared)), getClass().getClassLoader());
        loaded.addAll(PluginLoading.load(source.locate()));
        return loaded.get(0).loader();
    }

    private static PluginJars plugin() {
        return PluginDirectoryTest.plugin("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.inject.Guice",
                "com.typesafe.config.Config",
                "io.shelfwright.engine.Shelfwright",
                "io.shelfwright.engine.discovery.PluginClassLoader",
                "org.assertj.core.api.Assertions",
                "org.slf4j.nothing.Here"
            })
    void classesOfTheHostAreNotThere(String name) {
        ClassLoader loader = loader(plugin());
        assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource(name.replace('.', '/') + ".class")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.shelfwright.spi.Ranker",
                "io.shelfwright.api.Item",
                "org.slf4j.Logger",
                "org.slf4j.event.Level",
                "java.lang.String",
                "java.sql.Connection",
                "javax.xml.parsers.SAXParser",
                "org.w3c.dom.Node"
            })
    void theApiTheLoggerAndTheJdkAreThoseOfTheHost(String name) throws ClassNotFoundException {
        assertThat(loader(plugin()).loadClass(name)).isSameAs(Class.forName(name));
    }

    @Test
    void resourcesGoTheWayOfClasses() throws IOException {
        ClassLoader loader = loader(plugin().resource("own.txt", "own"));

        assertThat(loader.getResource("own.txt")).isNotNull();
        assertThat(loader.getResource("io/shelfwright/engine/experience/page.avsc"))
                .isNull();
        assertThat(loader.getResource("io/shelfwright/spi/Ranker.class"))
                .isEqualTo(getClass().getClassLoader().getResource("io/shelfwright/spi/Ranker.class"));
        assertThat(Collections.list(loader.getResources("META-INF/MANIFEST.MF")))
                .allMatch(url -> url.toString().contains("shelfwright-plugins-"));
    }

    @Test
    void servicesOfTheHostAreNotFoundByAPlugin() {
        ClassLoader loader = loader(plugin());
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class, loader))
                .singleElement()
                .matches(found -> found.getClass().getClassLoader() == loader);
    }

    @Test
    void aPluginsOwnCopyOfALibraryGoesBeforeTheHosts() throws ClassNotFoundException {
        ClassLoader loader = loader(plugin().source(
                        "com.typesafe.config.Config", "package com.typesafe.config; public interface Config {}"));
        assertThat(loader.loadClass("com.typesafe.config.Config").getClassLoader())
                .isSameAs(loader);
    }

    @ParameterizedTest
    @CsvSource({
        "com.typesafe.config,   com.typesafe.config.Config,             true",
        "com.typesafe.config,   com.typesafe.config.impl.SimpleConfig,  false",
        "com.typesafe.config.*, com.typesafe.config.Config,             true",
        "com.typesafe.config.*, com.typesafe.config.impl.SimpleConfig,  true",
        "com.typesafe.conf.*,   com.typesafe.config.Config,             false",
        "com.typesafe,          com.typesafe.config.Config,             false",
    })
    void aSharedPackageIsThatPackageAndWithAStarAllBelowItToo(String entry, String name, boolean shared)
            throws ClassNotFoundException {
        ClassLoader loader = loader(plugin(), entry);
        if (shared) {
            assertThat(loader.loadClass(name)).isSameAs(Class.forName(name));
        } else {
            assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a.*.b", "", "a..b", ".a", "a.b.", "a/b"})
    void whatIsNoPackageIsRefused(String entry) {
        assertThatThrownBy(() -> SharedPackages.with(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed is a package");
    }

    @Test
    void theContextClassLoaderIsThePluginsWhileItIsLoadedAndTheOldOneAfterwards() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = loader(PluginJars.of("one", "of.one.It").source("of.one.It", """
                package of.one;

                public final class It implements io.shelfwright.spi.ShelfwrightPlugin {
                    public static final ClassLoader SEEN = Thread.currentThread().getContextClassLoader();

                    @Override
                    public String id() {
                        if (SEEN != It.class.getClassLoader()) {
                            throw new IllegalStateException("loaded with " + SEEN);
                        }
                        return "one";
                    }
                }
                """));
        assertThat(loaded.get(0).plugin().getClass().getClassLoader()).isSameAs(loader);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
