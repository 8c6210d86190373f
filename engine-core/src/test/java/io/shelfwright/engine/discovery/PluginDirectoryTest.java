package io.shelfwright.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.plugins.PluginSet;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a plugin directory, and what is refused there and why. */
class PluginDirectoryTest {
    @TempDir
    private Path plugins;

    private DirectoryPluginSource source;
    private final List<LoadedPlugin> loaded = new ArrayList<>();

    @BeforeEach
    void makeSource() {
        source = source(List.of());
    }

    @AfterEach
    void close() {
        loaded.forEach(LoadedPlugin::letGo);
        source.close();
    }

    private DirectoryPluginSource source(List<String> shared) {
        return DirectoryPluginSource.of(
                plugins, SharedPackages.with(shared), getClass().getClassLoader());
    }

    static PluginJars plugin(String id) {
        String type = "of." + id.replace("-", "") + ".It";
        return PluginJars.of(id, type).source(type, """
                package of.%s;

                public final class It implements io.shelfwright.spi.ShelfwrightPlugin {
                    @Override
                    public String id() {
                        return "%s";
                    }
                }
                """.formatted(id.replace("-", ""), id));
    }

    private List<LoadedPlugin> load() {
        loaded.addAll(PluginLoading.load(source.locate()));
        return loaded;
    }

    private void assertRefused(String... said) {
        assertThatThrownBy(this::load).isInstanceOf(PluginException.class).hasMessageContainingAll(said);
    }

    private static void zip(Path zip, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                packed.write(entry.getValue());
                packed.closeEntry();
            }
        }
    }

    @Test
    void aJarADirectoryOfJarsAndAZipAreEachAPluginInTheOrderOfTheirNames() throws IOException {
        plugin("of-a-jar").writeTo(plugins.resolve("b.jar"));
        plugin("of-a-directory").writeTo(plugins.resolve("c/main.jar"));
        PluginJars.empty().resource("lib.txt", "beside it").writeTo(plugins.resolve("c/lib.jar"));
        zip(plugins.resolve("a.zip"), Map.of("in/it.jar", plugin("of-a-zip").bytes()));
        Files.writeString(plugins.resolve("README.txt"), "no plugin");
        Files.createDirectories(plugins.resolve(".hidden"));

        assertThat(load()).extracting(LoadedPlugin::id).containsExactly("of-a-zip", "of-a-jar", "of-a-directory");
        assertThat(loaded.get(2).loader().getResource("lib.txt")).isNotNull();
        assertThat(loaded).allMatch(LoadedPlugin::reloadable).allMatch(plugin -> plugin.version()
                .equals("1.0"));
    }

    @Test
    void aDirectoryThatDoesNotExistHoldsNothing() {
        source = DirectoryPluginSource.of(
                plugins.resolve("nowhere"),
                SharedPackages.with(List.of()),
                getClass().getClassLoader());
        assertThat(load()).isEmpty();
    }

    @Test
    void aPluginRunsFromACopySoThatItsFileMayBeOverwritten() throws IOException {
        Path jar = plugin("copied").resource("late.txt", "read late").writeTo(plugins.resolve("copied.jar"));
        load();
        Files.writeString(jar, "overwritten");

        try (var late = loaded.get(0).loader().getResourceAsStream("late.txt")) {
            assertThat(late).hasContent("read late");
        }
    }

    @Test
    void theCopyIsGoneWhenThePluginIsClosed() throws IOException {
        plugin("copied").writeTo(plugins.resolve("copied.jar"));
        load();
        Path copy = Path.of(loaded.get(0)
                .plugin()
                .getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        assertThat(copy).exists();

        loaded.remove(0).letGo();

        assertThat(copy).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.2,2) | wants version [1.2,2.0) of shelfwright-engine-api, this engine has 1.0; use an engine with version 1.2",
                "[0.9,1) | wants version [0.9,1.0) of shelfwright-engine-api, this engine has 1.0; use a build of the plugin",
                "1.0     | Shelfwright-Api-Version: '1.0' is no range",
            })
    void anApiThatIsNotOursIsRefusedBeforeAnyClassIsLoaded(String range, String said) {
        PluginJars.of("future", "of.future.It")
                .attribute("Shelfwright-Api-Version", range)
                .resource("of/future/It.class", "no class file at all")
                .writeTo(plugins.resolve("future.jar"));

        assertRefused("future.jar", said);
    }

    @Test
    void aPluginThatDoesNotLinkIsRefusedWithAllThatIsNeeded() {
        PluginJars.of("broken", "of.broken.It")
                .resource("of/broken/It.class", "no class file at all")
                .writeTo(plugins.resolve("broken.jar"));

        assertRefused(
                "plugin 'broken' 1.0 from ",
                "broken.jar cannot be loaded",
                "[1.0,2.0), this engine has 1.0",
                "build it");
    }

    @Test
    void aMissingLibraryIsNamed() {
        Path library = PluginJars.empty()
                .source("lib.Needed", "package lib; public interface Needed {}")
                .writeTo(plugins.resolve(".library/lib.jar"));
        PluginJars.of("needy", "of.needy.It")
                .compiledAgainst(library)
                .source("of.needy.It", """
                        package of.needy;

                        public final class It implements io.shelfwright.spi.ShelfwrightPlugin, lib.Needed {
                            @Override
                            public String id() {
                                return "needy";
                            }
                        }
                        """)
                .writeTo(plugins.resolve("needy.jar"));

        assertRefused("plugin 'needy' 1.0", "lib/Needed", "put every library it needs beside it");
    }

    @Test
    void aServicesFileThatNamesAnotherClassIsRefusedWithThatClass() {
        plugin("lost").services("of.lost.Itt").writeTo(plugins.resolve("lost.jar"));
        plugin("plain")
                .source("of.plain.Other", "package of.plain; public final class Other {}")
                .services("of.plain.Other")
                .writeTo(plugins.resolve("plain.jar"));

        assertRefused(
                "lost.jar cannot be loaded: its META-INF/services/io.shelfwright.spi.ShelfwrightPlugin names of.lost.Itt,"
                        + " which is not in it; correct the name",
                "of.plain.Other, which is no ShelfwrightPlugin; name the class that implements it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "final class It     |",
                "public final class It | private It() {}",
                "public final class It | public It(int number) {}",
            })
    void aClassThatCannotBeMadeIsRefusedWithWhatItNeeds(String declaration, String constructor) {
        PluginJars.of("closed", "of.closed.It")
                .source(
                        "of.closed.It",
                        "package of.closed; " + declaration + " implements io.shelfwright.spi.ShelfwrightPlugin { "
                                + (constructor == null ? "" : constructor)
                                + " public String id() { return \"closed\"; } }")
                .writeTo(plugins.resolve("closed.jar"));

        assertRefused("of.closed.It must be public and have a public constructor without parameters");
    }

    @Test
    void classesForANewerJavaAreRefusedWithBothVersions() {
        byte[] headOfAClassFile = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 120, 0, 1};
        PluginJars.of("newer", "of.newer.It")
                .resource("of/newer/It.class", headOfAClassFile)
                .writeTo(plugins.resolve("newer.jar"));

        assertRefused(
                "newer.jar cannot be loaded: it was compiled for Java 76, and this is Java "
                        + Runtime.version().feature(),
                "'--release 17'");
    }

    @Test
    void attributesThatNobodyKnowsAreRefusedWithTheNearestName() {
        plugin("typo").attribute("Shelfwright-Reloadabel", "false").writeTo(plugins.resolve("typo.jar"));
        assertRefused("unknown attribute 'Shelfwright-Reloadabel'", "did you mean 'Shelfwright-Reloadable'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shelfwright-Plugin-Id      | ''     | has no 'Shelfwright-Plugin-Id'",
                "Shelfwright-Plugin-Version | ''     | has no 'Shelfwright-Plugin-Version'",
                "Shelfwright-Api-Version    | ''     | has no 'Shelfwright-Api-Version'",
                "Shelfwright-Plugin-Id      | My One | lower-case words",
                "Shelfwright-Plugin-Id      | other  | calls itself 'one'",
                "Shelfwright-Reloadable     | maybe  | allowed are true and false",
            })
    void aDescriptorMustBeWholeAndTrue(String attribute, String value, String said) {
        plugin("one").attribute(attribute, value).writeTo(plugins.resolve("one.jar"));
        assertRefused("one.jar", said);
    }

    @Test
    void aJarWithoutADescriptorIsRefusedWithWhatToAdd() {
        PluginJars.empty().resource("x.txt", "x").writeTo(plugins.resolve("plain.jar"));
        assertRefused("plain.jar", "Shelfwright-Plugin-Id", "add them");
    }

    @Test
    void aZipOfClassesIsRefusedWithWhatBelongsIntoIt() throws IOException {
        zip(plugins.resolve("classes.zip"), Map.of("of/It.class", new byte[] {1}));
        assertRefused("classes.zip: there is no jar in it", "holds the plugin's jar");
    }

    @Test
    void aJarThatBundlesTheApiIsRefused() {
        plugin("fat").resource("io/shelfwright/spi/Ranker.class", "").writeTo(plugins.resolve("fat.jar"));
        assertRefused("fat.jar holds io.shelfwright.spi.Ranker", "scope 'provided'");
    }

    @Test
    void aServicesFileThatNamesNothingOrTwoIsRefused() {
        plugin("none").services("# nothing").writeTo(plugins.resolve("none.jar"));
        plugin("two")
                .source(
                        "of.two.Other",
                        "package of.two; public final class Other implements"
                                + " io.shelfwright.spi.ShelfwrightPlugin { public String id() { return \"other\"; } }")
                .services("of.two.It\nof.two.Other")
                .writeTo(plugins.resolve("two.jar"));

        assertRefused("none.jar holds no plugin", "two.jar holds 2 plugins, of.two.It and of.two.Other");
    }

    @Test
    void allProblemsOfADirectoryAreToldAtOnceAndNothingStaysOpen() throws IOException {
        plugin("good").writeTo(plugins.resolve("good.jar"));
        Files.writeString(plugins.resolve("torn.jar"), "half a jar");
        Files.createDirectories(plugins.resolve("empty"));
        plugin("fat").resource("io/shelfwright/api/Item.class", "").writeTo(plugins.resolve("fat.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContainingAll("torn.jar", "is no jar", "there is no jar in it", "fat.jar");
    }

    @Test
    void aZipThatReachesOutOfItsDirectoryIsRefusedAndWritesNothing() throws IOException {
        zip(plugins.resolve("slip.zip"), Map.of("good.jar", plugin("good").bytes(), "../../slipped.jar", new byte[] {1
        }));
        assertRefused("slip.zip", "'../../slipped.jar' lies outside of the plugin");
    }

    @Test
    void twoPluginsOfOneIdAreRefusedWithBothPlaces() {
        plugin("twin").writeTo(plugins.resolve("one.jar"));
        plugin("twin").version("2.0").writeTo(plugins.resolve("two.jar"));

        assertThatThrownBy(() -> PluginSet.of(PluginLoading.load(source.locate())))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll("two plugins have the id 'twin'", "one.jar", "two.jar");
    }

    @Test
    void theContentOfAPluginChangesWithItsFilesOnly() {
        PluginJars jar = plugin("same");
        jar.writeTo(plugins.resolve("same.jar"));
        String before = source.locate().get(0).content();
        jar.writeTo(plugins.resolve("same.jar"));
        assertThat(source.locate().get(0).content()).hasSize(16).isEqualTo(before);

        jar.resource("more.txt", "more").writeTo(plugins.resolve("same.jar"));
        assertThat(source.locate().get(0).content()).isNotEqualTo(before);
    }

    @Test
    void filesThatChangeBetweenLookingAndOpeningAreNotLoaded() {
        PluginJars jar = plugin("moving");
        jar.writeTo(plugins.resolve("moving.jar"));
        List<PluginLocation> located = source.locate();
        jar.resource("more.txt", "more").writeTo(plugins.resolve("moving.jar"));

        assertThatThrownBy(() -> PluginLoading.load(located))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("changed while they were read");
    }
}
