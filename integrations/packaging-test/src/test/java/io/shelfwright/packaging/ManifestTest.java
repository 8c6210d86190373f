package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.ApiVersion;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a class loader, a framework and a module system read in each jar before any of its classes. */
class ManifestTest {
    private static final String SERVICE = "io.shelfwright.spi.ShelfwrightPlugin";
    private static final String SERVICES = "META-INF/services/" + SERVICE;
    /** Whose libraries forbid a module-info: docs/osgi-and-modules.md. */
    private static final List<String> NO_MODULE_YET = List.of(
            "io.shelfwright.gbdt",
            "io.shelfwright.jvector",
            "io.shelfwright.learning.parquet",
            "io.shelfwright.neural",
            "io.shelfwright.osgi.mvstore",
            "io.shelfwright.vectors.spark");

    static List<Path> jars() {
        return Jars.ours();
    }

    static List<Path> plugins() {
        return jars().stream().filter(jar -> Jars.holds(jar, SERVICES)).toList();
    }

    @Test
    void packagesOfTheApiHaveItsVersion() {
        Path api = Jars.ours("engine-api");

        for (String part : List.of("api", "spi")) {
            assertThat(Jars.lines(api, "io/shelfwright/" + part + "/packageinfo"))
                    .containsExactly("version " + ApiVersion.CURRENT);
            assertThat(Jars.manifest(api).getValue("Export-Package"))
                    .contains("io.shelfwright." + part + ";version=\"" + ApiVersion.CURRENT + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void isABundle(Path jar) {
        Attributes manifest = Jars.manifest(jar);

        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo(artifact(jar));
        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.getValue("Bnd-LastModified"))
                .as("builds could not be compared")
                .isNull();
        assertThat(manifest.getValue("Bundle-License")).startsWith("Apache-2.0");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void isAModuleOrSaysItsName(Path jar) {
        ModuleDescriptor module = module(jar).orElse(null);
        String name = Jars.manifest(jar).getValue("Automatic-Module-Name");

        if (module == null) {
            assertThat(NO_MODULE_YET).as(jar.toString()).contains(name);
        } else {
            assertThat(module.isOpen()).isFalse();
            assertThat(module.packages())
                    .as("a module is called as its first package")
                    .contains(module.name());
            assertThat(name).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginNamesItselfAndTheVersionsOfTheApiThatItWorksWith(Path jar) {
        Attributes manifest = Jars.manifest(jar);

        assertThat(manifest.getValue("Shelfwright-Plugin-Id")).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(manifest.getValue("Shelfwright-Plugin-Version")).isNotBlank();
        assertThat(manifest.getValue("Import-Package"))
                .contains("io.shelfwright.spi;version=\"" + manifest.getValue("Shelfwright-Api-Version") + "\"");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginProvidesAsAModuleWhatItProvidesOnTheClassPath(Path jar) {
        List<String> provided = new ArrayList<>();
        module(jar).ifPresent(module -> module.provides().forEach(provides -> {
            assertThat(provides.service()).isEqualTo(SERVICE);
            provided.addAll(provides.providers());
        }));

        if (module(jar).isPresent()) {
            assertThat(provided).containsExactlyInAnyOrderElementsOf(Jars.lines(jar, SERVICES));
        }
        assertThat(Jars.lines(jar, SERVICES)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void whoeverProvidesAPluginAsAModuleDoesSoOnTheClassPathToo(Path jar) {
        boolean provides = module(jar).map(ModuleDescriptor::provides).stream()
                .flatMap(all -> all.stream())
                .anyMatch(one -> one.service().equals(SERVICE));

        assertThat(!provides || Jars.holds(jar, SERVICES)).isTrue();
    }

    private static Optional<ModuleDescriptor> module(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .map(found -> found.descriptor())
                .filter(descriptor -> !descriptor.isAutomatic())
                .findFirst();
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceAll("-\\d.*", "");
    }
}
