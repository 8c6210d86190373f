package io.shelfwright.learning.validation.schema;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.shelfwright.engine.config.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One object of a schema file; what cannot be read is noted and has its default. */
final class SchemaSection {
    private final Config config;
    private final String where;
    private final List<String> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    SchemaSection(Config config, String where, List<String> problems) {
        this.config = config;
        this.where = where;
        this.problems = problems;
    }

    boolean has(String key) {
        asked.add(key);
        return config.hasPath(key);
    }

    SchemaSection section(String key) {
        String inner = where.isEmpty() ? key : where + "." + key;
        return new SchemaSection(
                has(key) ? read(key, () -> config.getConfig(key), ConfigFactory.empty()) : ConfigFactory.empty(),
                inner,
                problems);
    }

    List<SchemaSection> sections(String key) {
        List<SchemaSection> found = new ArrayList<>();
        if (has(key)) {
            for (Config inner : read(key, () -> config.getConfigList(key), List.<Config>of())) {
                found.add(new SchemaSection(inner, key + "[" + found.size() + "]", problems));
            }
        }
        return found;
    }

    String text(String key, String byDefault) {
        return has(key) ? read(key, () -> config.getString(key), byDefault) : byDefault;
    }

    List<String> texts(String key, List<String> byDefault) {
        return has(key) ? read(key, () -> config.getStringList(key), byDefault) : byDefault;
    }

    boolean flag(String key, boolean byDefault) {
        return has(key) ? read(key, () -> config.getBoolean(key), byDefault) : byDefault;
    }

    long whole(String key, long byDefault) {
        return has(key) ? read(key, () -> config.getLong(key), byDefault) : byDefault;
    }

    double number(String key, double byDefault) {
        return has(key) ? read(key, () -> numberOf(key), byDefault) : byDefault;
    }

    /** JSON has no infinite numbers; they are texts. */
    private double numberOf(String key) {
        return Double.parseDouble(config.getString(key));
    }

    @Nullable
    Double threshold(String key) {
        return has(key) ? read(key, () -> config.getDouble(key), 0.0) : null;
    }

    <E extends Enum<E>> E word(String key, E byDefault) {
        if (!has(key)) {
            return byDefault;
        }
        String word = text(key, "").toUpperCase(Locale.ROOT).replace('-', '_');
        for (E value : byDefault.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        note(key + " is '" + text(key, "") + "'; allowed are "
                + Arrays.toString(byDefault.getDeclaringClass().getEnumConstants()));
        return byDefault;
    }

    <T> T made(Supplier<T> maker, T byDefault) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            note(String.valueOf(e.getMessage()));
            return byDefault;
        }
    }

    void require(boolean good, String problem) {
        if (!good) {
            note(problem);
        }
    }

    /** Notes every key that nobody asked for. */
    void done() {
        for (String key : config.root().keySet()) {
            if (!asked.contains(key)) {
                note("has the unknown key '" + key + "'" + Nearest.hint(key, asked) + "; allowed are "
                        + String.join(", ", asked));
            }
        }
    }

    private <T> T read(String key, Supplier<T> value, T byDefault) {
        try {
            return value.get();
        } catch (ConfigException | IllegalArgumentException e) {
            note(key + " cannot be read: " + e.getMessage());
            return byDefault;
        }
    }

    private void note(String problem) {
        problems.add((where.isEmpty() ? "" : where + ": ") + problem);
    }
}
