package io.shelfwright.learning;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.dataset.LabelPolicies;
import io.shelfwright.spi.LabelPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What reactions mean and how long they count: the one place that reads {@code learning.dataset} and {@code
 * learning.label-settings}, for everything that joins a log. Immutable.
 *
 * @param labels factory of the label policy
 * @param labelSettings its settings, one {@code key=value} a line
 * @param attribution windows as {@link Attribution#parse} reads them
 */
public record LabelRules(String labels, String labelSettings, List<String> attribution) {
    public LabelRules {
        attribution = List.copyOf(attribution);
    }

    /** Returns the rules of a configuration. */
    public static LabelRules of(LearningConfig config) {
        return new LabelRules(
                config.dataset().labels(),
                lines(config.labelSettings()),
                config.dataset().words());
    }

    /**
     * Returns a copy with what a command line says instead.
     *
     * @param policy factory, empty for that of the configuration; another one starts from its own defaults
     * @param settings lines {@code key=value} that go before those of the configuration
     * @param windows that go before those of the configuration, each for all types or for one
     */
    public LabelRules with(String policy, List<String> settings, List<String> windows) {
        boolean same = policy.isEmpty() || policy.equals(labels);
        List<String> lines = new ArrayList<>();
        if (same && !labelSettings.isEmpty()) {
            lines.add(labelSettings);
        }
        lines.addAll(settings);
        List<String> words = new ArrayList<>(attribution);
        words.addAll(windows);
        return new LabelRules(same ? labels : policy, String.join("\n", lines), words);
    }

    /**
     * Makes the label policy.
     *
     * @throws io.shelfwright.api.ConfigException if there is no such policy, or a setting is wrong
     */
    public LabelPolicy policy(PluginRegistry plugins) {
        return LabelPolicies.make(plugins, labels, labelSettings);
    }

    /** Returns the windows. */
    public Attribution windows() {
        return Attribution.parse(attribution);
    }

    private static String lines(ConfigObject settings) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(settings)
                .forEach((key, value) -> lines.add(key + "=" + value.render(ConfigRenderOptions.concise())));
        return String.join("\n", lines);
    }
}
