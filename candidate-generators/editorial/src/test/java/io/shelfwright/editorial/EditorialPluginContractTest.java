package io.shelfwright.editorial;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class EditorialPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new EditorialPlugin();
    }

    @Override
    protected Map<String, String> neededSettings(String factory, Path directory) {
        try {
            Files.writeString(directory.resolve("shelves.yaml"), "shelves: []\n");
            return Map.of("file", "shelves.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
