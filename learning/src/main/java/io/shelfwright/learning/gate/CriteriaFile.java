package io.shelfwright.learning.gate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads shipping criteria from a HOCON file; what it leaves out is as in the {@code shipping.conf} of this library.
 *
 * <p>Its sections are {@code evaluation}, {@code goal}, {@code limits} (a list, taken as a whole) and {@code health}.
 */
public final class CriteriaFile {
    /** Name of the file in a directory of data. */
    public static final String NAME = "shipping.conf";

    private static final List<String> SECTIONS = List.of("evaluation", "goal", "limits", "health");

    private CriteriaFile() {}

    /** Returns the criteria of this library. */
    public static ShippingCriteria defaults() {
        return bind(resource(), Path.of(""));
    }

    /** Returns the criteria of a directory of data: those of its own file if it has one, else the defaults. */
    public static ShippingCriteria of(Path directory) {
        Path file = directory.resolve(NAME);
        return Files.isRegularFile(file) ? read(file) : defaults();
    }

    /**
     * Reads a file.
     *
     * @throws io.shelfwright.api.ConfigException with every problem
     * @throws BadRequestException if the file cannot be read or is not HOCON
     */
    public static ShippingCriteria read(Path file) {
        try {
            Config own = ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
            Path directory = file.toAbsolutePath().getParent();
            return bind(own.withFallback(resource()), directory == null ? Path.of("") : directory);
        } catch (ConfigException e) {
            throw new BadRequestException("the shipping criteria " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Config resource() {
        return ConfigFactory.parseURL(CriteriaFile.class.getResource("/" + NAME));
    }

    private static ShippingCriteria bind(Config config, Path directory) {
        ConfigObject root = config.resolve().root();
        Problems problems = new Problems();
        SettingsBinder binder = new SettingsBinder(directory, problems);
        root.forEach((key, value) -> {
            if (!SECTIONS.contains(key)) {
                problems.add(value.origin(), key, "unknown section; there are " + String.join(", ", SECTIONS));
            }
        });
        Optional<EvaluationSettings> evaluation =
                section(EvaluationSettings.class, "evaluation", root, binder, problems);
        Optional<GoalSettings> goal = section(GoalSettings.class, "goal", root, binder, problems);
        Optional<HealthSettings> health = section(HealthSettings.class, "health", root, binder, problems);
        List<LimitSettings> limits = limits(root.get("limits"), root.origin(), binder, problems);
        problems.throwIfAny();
        return new ShippingCriteria(evaluation.orElseThrow(), goal.orElseThrow(), limits, health.orElseThrow());
    }

    private static <S extends Record> Optional<S> section(
            Class<S> type, String key, ConfigObject root, SettingsBinder binder, Problems problems) {
        ConfigValue value = root.get(key);
        if (value instanceof ConfigObject object) {
            return binder.bind(type, object, key, Set.of());
        }
        problems.add(root.origin(), key, "is not an object; allowed is " + key + " { ... }");
        return Optional.empty();
    }

    private static List<LimitSettings> limits(
            @Nullable ConfigValue value, ConfigOrigin origin, SettingsBinder binder, Problems problems) {
        List<LimitSettings> limits = new ArrayList<>();
        if (!(value instanceof ConfigList list)) {
            problems.add(
                    value == null ? origin : value.origin(),
                    "limits",
                    "is not a list; allowed is [{ metric = log-loss, margin = 0.01 }]");
            return limits;
        }
        for (int i = 0; i < list.size(); i++) {
            String path = "limits[" + i + "]";
            if (list.get(i) instanceof ConfigObject object) {
                binder.bind(LimitSettings.class, object, path, Set.of()).ifPresent(limits::add);
            } else {
                problems.add(list.get(i).origin(), path, "is not an object; allowed is { metric, margin, ... }");
            }
        }
        return limits;
    }
}
