package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.FeatureDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeatureDocumentTest {
    private static final String REGENERATE =
            "./mvnw -pl rankers/features -am -Dtest=FeatureDocumentTest -Dsurefire.failIfNoSpecifiedTests=false "
                    + "-Dshelfwright.docs.write=true test";

    @Test
    void theDocumentListsEveryFeature() {
        String text = FeatureDocument.of(StandardFeatures.declarations());

        for (FeatureDeclaration feature : StandardFeatures.declarations()) {
            assertThat(text).contains("| `" + feature.name() + "` | " + feature.description());
        }
    }

    @Test
    void theDocumentInTheRepositoryIsTheGeneratedOne() throws IOException {
        Path file = repository().resolve("docs").resolve("features.md");
        String text = FeatureDocument.of(StandardFeatures.declarations());
        if (Boolean.getBoolean("shelfwright.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }

        assertThat(file)
                .as("run " + REGENERATE + " to regenerate")
                .exists()
                .content()
                .isEqualTo(text);
    }

    private static Path repository() {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
