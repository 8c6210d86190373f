package io.shelfwright.benchmarks;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Makes a plugin's settings from their declared defaults and a few values of the benchmark's own. */
final class PluginSettings {
    private PluginSettings() {}

    /**
     * Returns settings.
     *
     * @param own values by key, in kebab case; all others take their default
     * @throws io.shelfwright.api.ConfigException if a key is unknown or a value is not allowed
     */
    static Record of(Class<? extends Record> type, Map<String, ?> own) {
        Problems problems = new Problems();
        var settings = new SettingsBinder(Path.of("."), problems)
                .bind(type, ConfigFactory.parseMap(own, "benchmark").root(), "benchmark", Set.of());
        problems.throwIfAny();
        return settings.orElseThrow();
    }
}
