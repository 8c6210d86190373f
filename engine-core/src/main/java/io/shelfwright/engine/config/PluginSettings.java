package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where plugins come from, beside the class path, and how they are replaced.
 *
 * @param directory holds plugins
 * @param watch whether the directory is watched
 * @param watchInterval time between two looks
 * @param quietPeriod how long nothing may have changed before it is loaded
 * @param sharedPackages packages that plugins see as the host has them
 * @param drainTimeout time after which running requests on a replaced plugin are reported
 * @param leakCheck time after which a closed plugin must be gone
 */
public record PluginSettings(
        @Setting(
                value = "Directory of plugins, relative to the configuration file: a jar, a zip or a sub-directory of"
                        + " jars each; it may be missing.",
                defaultValue = "plugins")
        Path directory,

        @Setting(
                value = "Whether a running engine watches the directory and reloads what changes; 'shelfwright plugins"
                        + " reload' needs it on.",
                defaultValue = "off")
        Watch watch,

        @Setting(value = "Time between two looks at the directory.", defaultValue = "2s", min = 0.01, max = 3600)
        Duration watchInterval,

        @Setting(
                value = "How long nothing in the directory may have changed before it is loaded, so that no half-copied"
                        + " jar is.",
                defaultValue = "3s",
                min = 0,
                max = 3600)
        Duration quietPeriod,

        @Setting(
                value =
                        "Packages that plugins see as the host has them, beside those of the engine's API and SLF4J; a.b is"
                                + " exactly that package, a.b.* all below it too. For native libraries, which load once.",
                defaultValue = "")
        List<String> sharedPackages,

        @Setting(
                value =
                        "Time after which requests that still use a replaced plugin are reported; they are never stopped.",
                defaultValue = "10s",
                min = 0.01,
                max = 86400)
        Duration drainTimeout,

        @Setting(
                value = "Time after which a closed plugin is reported whose classes something still refers to.",
                defaultValue = "5m",
                min = 0.01,
                max = 86400)
        Duration leakCheck) {

    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{javaJavaIdentifierPart}.]*[\\p{javaJavaIdentifierPart}](\\.\\*)?");

    public PluginSettings {
        sharedPackages = List.copyOf(sharedPackages);
        requirePackages(sharedPackages);
    }

    /**
     * Makes sure that every entry is a package or a package with all below it.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static void requirePackages(List<String> entries) {
        for (String entry : entries) {
            if (!PACKAGE.matcher(entry).matches() || entry.startsWith(".") || entry.contains("..")) {
                throw new IllegalArgumentException(
                        "'" + entry + "' in shared-packages is no package; allowed is a package"
                                + " such as ai.djl.engine, or one with all below it such as ai.djl.*");
            }
        }
    }

    /** Whether the directory is watched. */
    public enum Watch {
        OFF,
        ON
    }
}
