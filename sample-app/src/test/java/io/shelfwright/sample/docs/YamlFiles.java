package io.shelfwright.sample.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML files of the repository; a key that is there twice is an error. */
final class YamlFiles {
    private YamlFiles() {}

    @SuppressWarnings("unchecked") // the documents of such files are objects
    static List<Map<String, Object>> documents(Path inRepository) {
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(false).build();
        List<Map<String, Object>> documents = new ArrayList<>();
        try {
            String text = Files.readString(Documents.repository().resolve(inRepository));
            new Load(settings).loadAllFromString(text).forEach(each -> documents.add((Map<String, Object>) each));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
