package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.PluginFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    private static final String REGENERATE =
            "./mvnw -pl sample-app -am -Dtest=ConfigurationDocumentTest -Dsurefire.failIfNoSpecifiedTests=false "
                    + "-Dshelfwright.docs.write=true test";

    private final PluginRegistry registry = PluginRegistry.discover(getClass().getClassLoader());

    @Test
    void theDocumentNamesEveryFactoryAndItsSettings() {
        String text = ConfigurationDocument.of(registry);

        for (PluginKind<?> kind : PluginKind.ALL) {
            for (PluginFactory<?> factory : registry.factories(kind).values()) {
                assertThat(text).contains("\n#### " + factory.name() + " (" + kind.name() + ")\n\n");
                for (RecordComponent component : factory.settingsType().getRecordComponents()) {
                    assertThat(text).contains("\n| `" + SettingsBinder.kebab(component.getName()) + "` | ");
                }
            }
        }
    }

    @Test
    void theDocumentInTheRepositoryIsTheGeneratedOne() throws IOException {
        Path file = Documents.repository().resolve("docs").resolve("configuration.md");
        String text = ConfigurationDocument.of(registry);
        if (Boolean.getBoolean("shelfwright.docs.write")) {
            Files.writeString(file, text);
        }

        assertThat(file)
                .as("run " + REGENERATE + " to regenerate")
                .exists()
                .content()
                .isEqualTo(text);
    }
}
