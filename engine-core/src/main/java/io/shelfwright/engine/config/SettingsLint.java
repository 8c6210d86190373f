package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a settings record, whatever the configuration says. */
public final class SettingsLint {
    private SettingsLint() {}

    /** Returns what keeps a record from ever being bound; empty for a good one. */
    public static List<String> problems(Class<? extends Record> type) {
        List<String> problems = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            String name = "'" + component.getName() + "' ";
            if (setting == null) {
                problems.add(name + "has no @Setting, which every component needs");
            } else if (!SettingValue.canBe(component.getGenericType())) {
                problems.add(name + "is of type " + component.getGenericType().getTypeName()
                        + "; allowed are boolean, int, long, double, String, Duration, Path, enums, List<String> and"
                        + " Map<String, Double>");
            } else if (!setting.defaultValue().equals(Setting.REQUIRED)) {
                try {
                    new SettingValue(component.getGenericType(), setting, Path.of("")).ofDefault();
                } catch (SettingValue.Unfit e) {
                    problems.add("the default of " + name + e.text());
                }
            }
        }
        return problems;
    }
}
