package io.shelfwright.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files every model directory holds, and how they are read and written. */
public final class ModelFiles {
    /** The feature schema, as {@link FeatureSchema#toText}. */
    public static final String SCHEMA = "schema.tsv";

    /** The objectives, one a line, the main one first. */
    public static final String OBJECTIVES = "objectives.txt";

    private ModelFiles() {}

    /**
     * Writes the schema and the objectives into a model directory, which is made where it is missing.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path directory, FeatureSchema schema, List<String> objectives) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(SCHEMA), schema.toText());
            Files.write(directory.resolve(OBJECTIVES), objectives);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model's schema to " + directory, e);
        }
    }

    /**
     * Reads the schema that a model was trained on.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static FeatureSchema schema(Path directory) {
        try {
            return FeatureSchema.parse(Files.readString(directory.resolve(SCHEMA)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model's schema in " + directory, e);
        }
    }

    /**
     * Reads the objectives of a model, the main one first.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static List<String> objectives(Path directory) {
        try {
            return List.copyOf(Files.readAllLines(directory.resolve(OBJECTIVES)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model's objectives in " + directory, e);
        }
    }
}
