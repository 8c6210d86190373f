package io.shelfwright.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The reference files that lie beside the project. */
public final class SharedFiles {
    private SharedFiles() {}

    /** Returns a file; skips the test where it is not there. */
    public static Path file(String folder, String name) {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared").resolve(folder).resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return Assumptions.abort("needs ../shared/" + folder + "/" + name + ", which is absent");
    }

    /** Returns a JSON file; skips the test where it is not there. */
    public static JsonNode json(String folder, String name) {
        try {
            return new ObjectMapper().readTree(file(folder, name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
