package io.shelfwright.sample.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written; that it builds and runs is seen by the tests of module author-test. */
class PluginProjectTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void noNameIsLeftToFillIn(NewPluginKind kind) throws IOException {
        Path project = folder.resolve("p");
        new PluginProject(new NewPlugin(kind, "acme-thing", "com.acme"), project).write(folder);

        for (Path file : files(project)) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("__className__", "${package}", "${className}", "${artifactId}", "${version}");
        }
        assertThat(project.resolve("src/main/java/com/acme/AcmeThing.java")).exists();
        assertThat(project.resolve("src/test/java/com/acme/AcmeThingTest.java")).exists();
        assertThat(project.resolve("src/main/resources/META-INF/services/io.shelfwright.spi.ShelfwrightPlugin"))
                .hasContent("com.acme.AcmeThingPlugin");
    }

    @Test
    void theWrapperOfTheCheckoutComesAlongAndStaysExecutable() throws IOException {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.writeString(checkout.resolve("mvnw"), "#!/bin/sh\n");
        assertThat(checkout.resolve("mvnw").toFile().setExecutable(true)).isTrue();

        Path project = folder.resolve("p");
        List<Path> written = new PluginProject(plugin("acme"), project).write(checkout);

        assertThat(written).contains(Path.of("mvnw")).hasSameSizeAs(files(project));
        assertThat(project.resolve("mvnw")).isExecutable();
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Path mine = Files.writeString(Files.createDirectory(folder.resolve("p")).resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> new PluginProject(plugin("acme"), folder.resolve("p")).write(folder))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("not an empty directory");
        assertThat(files(folder)).containsExactly(mine);
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, com.acme, lower-case words",
        "acme-, com.acme, lower-case words",
        "acme, com.new, not a Java package",
        "acme, com..acme, not a Java package",
        "acme, io.shelfwright.acme, belongs to Shelfwright",
    })
    void namesThatCannotWorkAreRefused(String name, String packageName, String said) {
        assertThatThrownBy(() -> new NewPlugin(NewPluginKind.RANKER, name, packageName))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(said);
    }

    private static NewPlugin plugin(String name) {
        return new NewPlugin(NewPluginKind.RANKER, name, "com.acme");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
