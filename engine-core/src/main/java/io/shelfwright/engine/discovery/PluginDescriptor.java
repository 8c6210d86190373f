package io.shelfwright.engine.discovery;

import io.shelfwright.engine.config.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the manifest of a plugin's jar says of it, in main attributes; read before any of its classes is loaded.
 *
 * @param id as {@link io.shelfwright.spi.ShelfwrightPlugin#id()} must say too
 * @param version the plugin's own version
 * @param api versions of the API it works with
 * @param reloadable false for a plugin that cannot be loaded twice in one process, such as one with a native library
 */
public record PluginDescriptor(String id, String version, ApiRange api, boolean reloadable) {
    public static final String ID = "Shelfwright-Plugin-Id";
    public static final String VERSION = "Shelfwright-Plugin-Version";
    public static final String API = "Shelfwright-Api-Version";
    public static final String RELOADABLE = "Shelfwright-Reloadable";

    private static final String PREFIX = "shelfwright-";
    private static final List<String> KNOWN = List.of(ID, VERSION, API, RELOADABLE);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Reads the attributes of a manifest, of which those of others are ignored.
     *
     * @param problems told everything that is wrong
     * @return empty where no attribute is ours, or one of them is wrong
     */
    public static Optional<PluginDescriptor> read(Map<String, String> attributes, Consumer<String> problems) {
        Problems counted = new Problems(problems);
        Map<String, String> own = own(attributes, counted);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String id = required(own, ID, counted);
        String version = required(own, VERSION, counted);
        String api = required(own, API, counted);
        String reloadable = own.getOrDefault(RELOADABLE, "true").strip();
        if (!id.isEmpty() && !NAME.matcher(id).matches()) {
            counted.add(ID + " is '" + id + "'; allowed are lower-case words joined by '-'");
        }
        if (!reloadable.equals("true") && !reloadable.equals("false")) {
            counted.add(RELOADABLE + " is '" + reloadable + "'; allowed are true and false");
        }
        if (counted.count > 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PluginDescriptor(id, version, ApiRange.parse(api), reloadable.equals("true")));
        } catch (IllegalArgumentException e) {
            counted.add(API + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> own(Map<String, String> attributes, Problems problems) {
        Map<String, String> own = new TreeMap<>();
        for (String name : new TreeSet<>(attributes.keySet())) {
            if (!name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                continue;
            }
            String known =
                    KNOWN.stream().filter(name::equalsIgnoreCase).findFirst().orElse("");
            if (known.isEmpty()) {
                problems.add("its manifest has an unknown attribute '" + name + "'" + Nearest.hint(name, KNOWN));
            } else {
                own.put(known, attributes.getOrDefault(name, ""));
            }
        }
        return own;
    }

    private static String required(Map<String, String> own, String name, Problems problems) {
        String value = own.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            problems.add("its manifest has no '" + name + "', which goes with " + String.join(", ", own.keySet()));
        }
        return value;
    }

    private static final class Problems {
        private final Consumer<String> told;
        private int count;

        Problems(Consumer<String> told) {
            this.told = told;
        }

        void add(String problem) {
            count++;
            told.accept(problem);
        }
    }
}
