package io.shelfwright.testkit;

import io.shelfwright.spi.Setting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes settings records from their defaults, as the engine does from a configuration. */
public final class TestSettings {
    private TestSettings() {}

    /**
     * Returns a record of the defaults.
     *
     * @throws IllegalArgumentException if a setting has no default, or the record refuses them
     */
    public static <S extends Record> S defaults(Class<S> type) {
        return of(type, Map.of(), Path.of(""));
    }

    /**
     * Returns a record of the given settings, and of the defaults for all others.
     *
     * @param settings values as they would be written in the configuration, by key in kebab case; lists as {@code a, b},
     *     numbers by name as {@code a = 1, b = 2}
     * @param baseDirectory where relative paths start
     * @throws IllegalArgumentException naming the key that is unknown, missing, or out of its bounds
     */
    public static <S extends Record> S of(Class<S> type, Map<String, String> settings, Path baseDirectory) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        Set<String> unknown = new TreeSet<>(settings.keySet());
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i], settings, baseDirectory);
            unknown.remove(key(components[i]));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no settings " + unknown);
        }
        return create(type, types, values);
    }

    /** Returns the defaults by key, without the settings that have none. */
    static Map<String, String> texts(Class<? extends Record> type) {
        Map<String, String> texts = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null && !setting.defaultValue().equals(Setting.REQUIRED)) {
                texts.put(key(component), setting.defaultValue());
            }
        }
        return texts;
    }

    /** Returns the key of a setting: {@code half-life-days} for {@code halfLifeDays}. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Map<String, String> settings, Path baseDirectory) {
        String where = component.getDeclaringRecord().getSimpleName() + ": " + key(component);
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(where + " carries no @Setting");
        }
        String text = settings.getOrDefault(key(component), setting.defaultValue());
        if (text.equals(Setting.REQUIRED)) {
            throw new IllegalArgumentException(where + " has no default and must be given");
        }
        try {
            return new SettingText(component.getGenericType(), setting, baseDirectory).value(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + " is '" + text + "': " + e.getMessage(), e);
        }
    }

    private static <S extends Record> S create(Class<S> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }
}
