package io.shelfwright.engine.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.shelfwright.spi.RemovedSetting;
import io.shelfwright.spi.Setting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds a HOCON object to a record whose components carry {@link Setting}; collects every problem. */
public final class SettingsBinder {
    private final Path baseDirectory;
    private final Problems problems;

    /**
     * Makes a binder.
     *
     * @param baseDirectory where relative paths start
     * @param problems told everything that is wrong
     */
    public SettingsBinder(Path baseDirectory, Problems problems) {
        this.baseDirectory = baseDirectory;
        this.problems = problems;
    }

    /**
     * Binds a record.
     *
     * @param path key of the object, for messages
     * @param reserved keys that belong to somebody else and are not errors
     * @return empty when there was a problem
     */
    public <S extends Record> Optional<S> bind(Class<S> type, ConfigObject object, String path, Set<String> reserved) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = new ArrayList<>(reserved);
        @Nullable Object[] values = new Object[components.length];
        int before = problems.list().size();
        for (int i = 0; i < components.length; i++) {
            String key = kebab(components[i].getName());
            known.add(key);
            Setting setting = components[i].getAnnotation(Setting.class);
            if (setting != null && !setting.legacyName().isEmpty() && object.containsKey(setting.legacyName())) {
                known.add(setting.legacyName());
            }
            values[i] = value(components[i], object, path, key);
        }
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                problems.add(object.get(key).origin(), join(path, key), stranger(type, key, known));
            }
        }
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return create(type, components, values, object, path);
    }

    /** Returns the keys of an object that hold secrets of a record, earlier names included. */
    public static List<String> secrets(Class<? extends Record> type, ConfigObject object) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null && setting.secret()) {
                keys.add(object.containsKey(setting.legacyName()) ? setting.legacyName() : kebab(component.getName()));
            }
        }
        return keys;
    }

    /** Returns a key in kebab case: {@code halfLifeDays} becomes {@code half-life-days}. */
    public static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private @Nullable Object value(RecordComponent component, ConfigObject object, String path, String key) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " has no @Setting");
        }
        ConfigValue given = given(setting, object, path, key);
        if (given == null && setting.defaultValue().equals(Setting.REQUIRED)) {
            problems.add(object.origin(), join(path, key), "is missing; it is needed: " + setting.value());
            return null;
        }
        SettingValue reader = new SettingValue(component.getGenericType(), setting, baseDirectory);
        try {
            return given == null ? reader.ofDefault() : reader.of(given);
        } catch (SettingValue.Unfit e) {
            problems.add(given == null ? object.origin() : given.origin(), join(path, key), e.text());
            return null;
        }
    }

    private static String stranger(Class<?> type, String key, List<String> known) {
        for (RemovedSetting removed : type.getAnnotationsByType(RemovedSetting.class)) {
            if (removed.value().equals(key)) {
                return "was removed; " + removed.advice();
            }
        }
        return "unknown key" + Nearest.hint(key, known);
    }

    /** Returns what is written under a key, or under its earlier name. */
    private @Nullable ConfigValue given(Setting setting, ConfigObject object, String path, String key) {
        ConfigValue given = object.get(key);
        ConfigValue legacy = setting.legacyName().isEmpty() ? null : object.get(setting.legacyName());
        if (legacy == null) {
            return given;
        }
        String old = join(path, setting.legacyName());
        if (given == null) {
            problems.warn(legacy.origin(), old, "is called '" + key + "' now; the old name still works, rename it");
            return legacy;
        }
        problems.add(legacy.origin(), old, "is the old name of '" + key + "', which is given too; remove the old one");
        return given;
    }

    private <S extends Record> Optional<S> create(
            Class<S> type, RecordComponent[] components, @Nullable Object[] values, ConfigObject object, String path) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            problems.add(object.origin(), path, withoutSecrets(String.valueOf(cause.getMessage()), components, values));
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    /** A record's own check may tell what it was given. */
    private static String withoutSecrets(String message, RecordComponent[] components, @Nullable Object[] values) {
        String told = message;
        for (int i = 0; i < components.length; i++) {
            Setting setting = components[i].getAnnotation(Setting.class);
            String value = String.valueOf(values[i]);
            if (setting != null && setting.secret() && !value.isEmpty()) {
                told = told.replace(value, WrittenConfig.SECRET);
            }
        }
        return told;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
