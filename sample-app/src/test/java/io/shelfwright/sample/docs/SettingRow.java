package io.shelfwright.sample.docs;

import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One component of a settings record as a row of a table. */
record SettingRow(RecordComponent component, Setting setting) {

    /** Returns the rows of a record, in its order. */
    static List<String> of(Class<? extends Record> settings) {
        List<String> rows = new ArrayList<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            rows.add(new SettingRow(component, component.getAnnotation(Setting.class)).text());
        }
        return rows;
    }

    private String text() {
        return "| `" + SettingsBinder.kebab(component.getName()) + "` | " + type() + " | " + whenAbsent() + " | "
                + allowed() + " | " + setting.value() + marks() + " |\n";
    }

    private String marks() {
        return searched()
                + (setting.secret() ? " *Secret.*" : "")
                + (setting.legacyName().isEmpty() ? "" : " *Was `" + setting.legacyName() + "`.*");
    }

    private String searched() {
        Tunable tunable = component.getAnnotation(Tunable.class);
        if (tunable == null) {
            return "";
        }
        return tunable.values().length > 0
                ? " *Searched: " + String.join(", ", tunable.values()) + ".*"
                : " *Searched: " + bound(tunable.min()) + " to " + bound(tunable.max()) + ".*";
    }

    private String type() {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return "word";
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "int", "long" -> "whole number";
            case "double" -> "number";
            case "String" -> "text";
            case "Duration" -> "duration";
            case "Path" -> "path";
            case "List" -> "list of texts";
            case "Map" -> "object of numbers";
            default -> throw new IllegalStateException(component + " is of a type that no setting has");
        };
    }

    private String whenAbsent() {
        if (setting.defaultValue().equals(Setting.REQUIRED)) {
            return "*required*";
        }
        if (setting.secret()) {
            return setting.defaultValue().isEmpty() ? "empty" : "not shown";
        }
        if (component.getType().getSimpleName().equals("Map")) {
            return setting.defaultValue().isEmpty() ? "empty" : "`{ " + setting.defaultValue() + " }`";
        }
        return setting.defaultValue().isEmpty() ? "empty" : "`" + setting.defaultValue() + "`";
    }

    private String allowed() {
        if (component.getType().isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : component.getType().getEnumConstants()) {
                words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            return String.join(", ", words);
        }
        boolean least = setting.min() > Double.NEGATIVE_INFINITY;
        boolean most = setting.max() < Double.POSITIVE_INFINITY;
        if (least && most) {
            return bound(setting.min()) + " to " + bound(setting.max());
        }
        if (least) {
            return "at least " + bound(setting.min());
        }
        return most ? "at most " + bound(setting.max()) : "";
    }

    private String bound(double number) {
        String text = number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
        return component.getType() == Duration.class ? text + " s" : text;
    }
}
