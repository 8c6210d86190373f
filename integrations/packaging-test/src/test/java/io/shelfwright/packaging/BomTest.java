package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who imports the BOM gets the versions of everything that is published, and of nothing else. */
class BomTest {
    private static final Path ROOT = Jars.root();

    @Test
    void theBomNamesEveryJarThatOthersDependOn() throws Exception {
        List<String> published = texts(ROOT.resolve("pom.xml"), "<module>(.*?)</module>").stream()
                .filter(module -> !module.equals("bom"))
                .map(module -> ROOT.resolve(module).resolve("pom.xml"))
                .filter(pom -> !text(pom).contains("<bnd.skip>true<"))
                .map(BomTest::artifact)
                .sorted()
                .toList();

        assertThat(texts(ROOT.resolve("bom/pom.xml"), "<artifactId>(.*?)</artifactId>"))
                .containsExactlyInAnyOrderElementsOf(with(published, "shelfwright-bom"));
    }

    @Test
    void everyPublishedJarIsTriedHere() throws Exception {
        List<String> tried = Jars.ours().stream()
                .map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", ""))
                .toList();

        assertThat(with(tried, "shelfwright-bom"))
                .containsExactlyInAnyOrderElementsOf(
                        texts(ROOT.resolve("bom/pom.xml"), "<artifactId>(.*?)</artifactId>"));
    }

    @Test
    void theBomBringsNoSettings() {
        assertThat(text(ROOT.resolve("bom/pom.xml"))).doesNotContain("<parent>", "<build>", "<properties>");
    }

    private static List<String> with(List<String> names, String further) {
        return Stream.concat(names.stream(), Stream.of(further)).toList();
    }

    private static String artifact(Path pom) {
        String own = text(pom).replaceAll("(?s)<parent>.*?</parent>", "");
        var matcher = Pattern.compile("<artifactId>(.*?)</artifactId>").matcher(own);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static List<String> texts(Path file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
