package io.shelfwright.engine.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of the configuration: its settings and the plugin instances it lists. */
final class ConfigSections {
    private final ConfigObject object;
    private final String path;
    private final SettingsBinder binder;
    private final Problems problems;

    ConfigSections(ConfigObject object, String path, SettingsBinder binder, Problems problems) {
        this.object = object;
        this.path = path;
        this.binder = binder;
        this.problems = problems;
    }

    /** Returns a sub-section, empty where it is not written. */
    ConfigSections section(String key) {
        ConfigValue value = object.get(key);
        if (value instanceof ConfigObject child) {
            return new ConfigSections(child, join(key), binder, problems);
        }
        if (value != null) {
            problems.add(value.origin(), join(key), "is '" + value.unwrapped() + "', allowed is an object { ... }");
        }
        return new ConfigSections(ConfigFactory.empty("default").root(), join(key), binder, problems);
    }

    void allowOnly(Set<String> known) {
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                problems.add(object.get(key).origin(), join(key), "unknown key" + Nearest.hint(key, known));
            }
        }
    }

    <S extends Record> Optional<S> settings(Class<S> type, Set<String> reserved) {
        return binder.bind(type, object, path, reserved);
    }

    /** Reads a list of instances: each a factory's name, or an object with {@code factory}, {@code name} and settings. */
    List<InstanceSpec> instances(String key, List<String> whenAbsent) {
        ConfigValue value = object.get(key);
        List<InstanceSpec> instances = new ArrayList<>();
        if (value == null) {
            for (String name : whenAbsent) {
                instances.add(new InstanceSpec(
                        name, name, ConfigFactory.empty("default").root(), join(key)));
            }
            return instances;
        }
        if (!(value instanceof ConfigList list)) {
            problems.add(
                    value.origin(), join(key), "is not a list; allowed is a list such as [name, { factory = name }]");
            return instances;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            InstanceSpec instance = instance(list.get(i), join(key) + "[" + i + "]");
            if (instance == null) {
                continue;
            }
            if (!names.add(instance.name())) {
                problems.add(
                        list.get(i).origin(),
                        instance.path(),
                        "a second instance is named '" + instance.name() + "'; give one of them another name");
            }
            instances.add(instance);
        }
        return instances;
    }

    /** Reads one instance. */
    InstanceSpec instance(String key, String whenAbsent) {
        ConfigValue value = object.get(key);
        InstanceSpec instance = value == null ? null : instance(value, join(key));
        return instance == null
                ? new InstanceSpec(
                        whenAbsent, whenAbsent, ConfigFactory.empty("default").root(), join(key))
                : instance;
    }

    private @Nullable InstanceSpec instance(ConfigValue value, String where) {
        if (value.valueType() == ConfigValueType.STRING) {
            String name = String.valueOf(value.unwrapped());
            ConfigOrigin origin = value.origin();
            return new InstanceSpec(name, name, ConfigFactory.empty().root().withOrigin(origin), where);
        }
        if (!(value instanceof ConfigObject settings)) {
            problems.add(
                    value.origin(),
                    where,
                    "is '" + value.unwrapped() + "', allowed is a factory's name or an object with 'factory'");
            return null;
        }
        String factory = text(settings, "factory");
        String name = text(settings, "name");
        if (factory.isEmpty() && name.isEmpty()) {
            problems.add(value.origin(), where, "has no 'factory'; say which factory makes this instance");
            return null;
        }
        return new InstanceSpec(name.isEmpty() ? factory : name, factory.isEmpty() ? name : factory, settings, where);
    }

    private static String text(ConfigObject settings, String key) {
        ConfigValue value = settings.get(key);
        return value == null ? "" : String.valueOf(value.unwrapped());
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
