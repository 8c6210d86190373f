package io.shelfwright.learning.validation.schema;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.table.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes schemas as HOCON (of which JSON is a part). */
public final class SchemaFile {
    private SchemaFile() {}

    /**
     * Reads a schema.
     *
     * @throws BadRequestException naming the file and every problem, if it is none
     */
    public static DataSchema read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadRequestException("schema " + file + " does not exist; 'shelfwright validate schema --write "
                    + file + "' generates one");
        }
        try {
            return parse(
                    ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false)),
                    file.toString());
        } catch (ConfigException e) {
            throw new BadRequestException("schema " + file + " is not HOCON: " + e.getMessage(), e);
        }
    }

    /** Reads a schema from a text. */
    public static DataSchema parse(String text) {
        try {
            return parse(ConfigFactory.parseString(text), "schema");
        } catch (ConfigException e) {
            throw new BadRequestException("the schema is not HOCON: " + e.getMessage(), e);
        }
    }

    private static DataSchema parse(Config config, String name) {
        return new SchemaReader(name).read(config.resolve());
    }

    /** Returns a schema as text, the same for equal schemas. */
    public static String text(DataSchema schema) {
        return new SchemaText().of(schema);
    }

    /** Writes a schema, replacing the file at once or leaving it as it was. */
    public static void write(DataSchema schema, Path file) {
        AtomicFile.write(file, text(schema));
    }
}
