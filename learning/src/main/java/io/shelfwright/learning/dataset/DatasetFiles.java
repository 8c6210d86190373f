package io.shelfwright.learning.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.shelfwright.api.ExperienceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files of a dataset that are no shards, and its directory. */
final class DatasetFiles {
    static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private DatasetFiles() {}

    static void write(Path directory, DatasetManifest manifest) throws IOException {
        Files.write(directory.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
        try (FileChannel channel = FileChannel.open(directory.resolve(MANIFEST), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static DatasetManifest read(Path directory) {
        Path file = directory.resolve(MANIFEST);
        try {
            DatasetManifest manifest = JSON.readValue(Files.readAllBytes(file), DatasetManifest.class);
            if (manifest.format() != DatasetManifest.FORMAT) {
                throw new ExperienceException(file + " is of the form " + manifest.format() + ", this version reads "
                        + DatasetManifest.FORMAT + "; make the dataset anew with 'shelfwright datasets make'");
            }
            return manifest;
        } catch (IOException | NullPointerException e) { // a list that is missing
            throw new ExperienceException(
                    file + " is missing or no manifest; make the dataset anew with 'shelfwright datasets make'", e);
        }
    }

    /** Forces a directory's entries to disk, where the platform can open directories. */
    static void sync(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
