package io.shelfwright.learning.alerts;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.shelfwright.engine.config.Nearest;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code learning.alerts}.
 *
 * @param settings who is told, and when
 * @param routes whose alerts are; of those that fit, the first that names an owner gives the owner, the first that names a runbook the runbook
 */
public record AlertRules(AlertSettings settings, List<AlertRoute> routes) {
    private static final String ROUTES = "routes";

    public AlertRules {
        routes = List.copyOf(routes);
    }

    /**
     * Reads the section.
     *
     * @param path its key, for messages
     * @return empty where there was a problem
     */
    public static Optional<AlertRules> read(
            ConfigObject section, String path, SettingsBinder binder, Problems problems) {
        List<AlertRoute> routes = routes(section.get(ROUTES), path + "." + ROUTES, binder, problems);
        Optional<AlertSettings> settings = binder.bind(AlertSettings.class, section, path, Set.of(ROUTES));
        settings.ifPresent(read -> requireSinks(read, section, path + ".sinks", problems));
        return settings.map(read -> new AlertRules(read, routes));
    }

    private static List<AlertRoute> routes(
            @Nullable ConfigValue value, String path, SettingsBinder binder, Problems problems) {
        List<AlertRoute> routes = new ArrayList<>();
        if (value == null) {
            return routes;
        }
        if (!(value instanceof ConfigList list)) {
            problems.add(value.origin(), path, "is no list; allowed is [{ check = \"COMPARATOR_*\", owner = data }]");
            return routes;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = path + "[" + i + "]";
            if (list.get(i) instanceof ConfigObject object) {
                binder.bind(AlertRoute.class, object, at, Set.of()).ifPresent(routes::add);
            } else {
                problems.add(list.get(i).origin(), at, "is no object; allowed is { check, feature, owner, runbook }");
            }
        }
        return routes;
    }

    private static void requireSinks(AlertSettings settings, ConfigObject section, String path, Problems problems) {
        ConfigValue written = section.get("sinks");
        if (written == null || AlertSinks.BUILT_IN.containsAll(settings.sinks())) {
            return;
        }
        try {
            List<String> known = AlertSinks.names();
            for (String name : settings.sinks()) {
                if (!known.contains(name)) {
                    problems.add(
                            written.origin(),
                            path,
                            "'" + name + "' is no sink" + Nearest.hint(name, known) + "; there are "
                                    + String.join(", ", known)
                                    + ", and others are found on the class path (META-INF/services/"
                                    + AlertSink.class.getName() + ")");
                }
            }
        } catch (ServiceConfigurationError e) {
            problems.add(written.origin(), path, "a sink on the class path cannot be loaded: " + e.getMessage());
        }
    }

    String owner(Signal signal) {
        return routes.stream()
                .filter(route -> !route.owner().isEmpty() && route.fits(signal))
                .map(AlertRoute::owner)
                .findFirst()
                .orElse(settings.owner());
    }

    String runbook(Signal signal) {
        return routes.stream()
                .filter(route -> !route.runbook().isEmpty() && route.fits(signal))
                .map(AlertRoute::runbook)
                .findFirst()
                .orElse(settings.runbook());
    }
}
