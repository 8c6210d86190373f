package io.shelfwright.benchmarks;

import io.shelfwright.spi.Setting;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;

/** Makes a plugin's settings from their declared defaults and a few values of the benchmark's own. */
final class PluginSettings {
    private PluginSettings() {}

    /**
     * Returns settings.
     *
     * @param own values by component name; all others take their default
     */
    static Record of(Class<? extends Record> type, Map<String, String> own) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String name = components[i].getName();
            String text = own.getOrDefault(
                    name, components[i].getAnnotation(Setting.class).defaultValue());
            values[i] = value(types[i], text);
        }
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make settings of " + type, e);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == double.class) {
            return Double.parseDouble(text);
        }
        if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException("'" + text + "' cannot become a " + type);
    }
}
