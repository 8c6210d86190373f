package io.shelfwright.engine.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
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
            values[i] = value(components[i], object, path, key);
        }
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                ConfigValue stranger = object.get(key);
                problems.add(stranger.origin(), join(path, key), "unknown key" + Nearest.hint(key, known));
            }
        }
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return create(type, components, values, object, path);
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
        ConfigValue given = object.get(key);
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
            problems.add(object.origin(), path, String.valueOf(cause.getMessage()));
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
