package io.shelfwright.testkit;

import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;
import java.lang.reflect.RecordComponent;

/** Says what is wrong with the values that a search may try. */
final class TunableRange {
    private TunableRange() {}

    /** Returns what is wrong, empty where nothing is. */
    static String problem(RecordComponent component, Setting setting, Tunable tunable) {
        Class<?> type = component.getType();
        if (type != int.class && type != long.class && type != double.class) {
            return tunable.values().length > 1 ? "" : "is no number and lists fewer than two values";
        }
        if (tunable.values().length > 0) {
            return "is a number, which has a range and no values";
        }
        if (!(tunable.min() < tunable.max())) {
            return "min is " + tunable.min() + " and max " + tunable.max() + "; allowed is min below max";
        }
        if (tunable.min() < setting.min() || tunable.max() > setting.max()) {
            return "the range reaches beyond the setting's bounds " + setting.min() + " to " + setting.max();
        }
        return tunable.logarithmic() && !(tunable.min() > 0) ? "is logarithmic from " + tunable.min() : "";
    }
}
