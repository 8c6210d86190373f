package io.shelfwright.learning.training;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.spi.Tunable;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The settings of a trainer that a search may try, as the trainer's settings record declares them ({@link Tunable}); immutable.
 *
 * <p>Values are drawn as text of the configuration and bound like any other, so that a trainer of any plugin can be searched.
 */
public final class SearchSpace {
    /** Settings that were drawn are as short as ones that people write. */
    private static final MathContext DIGITS = new MathContext(3);

    private final Map<String, RecordComponent> components = new LinkedHashMap<>();

    private SearchSpace() {}

    /**
     * Returns the space of a settings record.
     *
     * @param fixed keys that somebody has set, which are not searched
     */
    public static SearchSpace of(Class<? extends Record> settings, Set<String> fixed) {
        SearchSpace space = new SearchSpace();
        for (RecordComponent component : settings.getRecordComponents()) {
            String key = SettingsBinder.kebab(component.getName());
            if (component.isAnnotationPresent(Tunable.class) && !fixed.contains(key)) {
                space.components.put(key, component);
            }
        }
        return space;
    }

    /** Returns the keys that are searched, in the order of the record. */
    public Set<String> keys() {
        return components.keySet();
    }

    /** Returns a value for each key, in the order of the record. */
    public Map<String, String> draw(SplittableRandom random) {
        Map<String, String> drawn = new LinkedHashMap<>();
        components.forEach((key, component) -> drawn.put(key, value(component, random)));
        return drawn;
    }

    /** Returns drawn values as settings. */
    public static ConfigObject settings(Map<String, String> drawn) {
        StringBuilder text = new StringBuilder();
        drawn.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return ConfigFactory.parseString(text.toString()).root();
    }

    private static String value(RecordComponent component, SplittableRandom random) {
        Tunable tunable = component.getAnnotation(Tunable.class);
        if (tunable.values().length > 0) {
            return tunable.values()[random.nextInt(tunable.values().length)];
        }
        double unit = random.nextDouble();
        double value = tunable.logarithmic()
                ? Math.exp(Math.log(tunable.min()) + unit * (Math.log(tunable.max()) - Math.log(tunable.min())))
                : tunable.min() + unit * (tunable.max() - tunable.min());
        if (component.getType() != double.class) {
            return Long.toString(Math.round(Math.max(tunable.min(), Math.min(tunable.max(), value))));
        }
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        return Double.toString(Math.max(tunable.min(), Math.min(tunable.max(), rounded)));
    }
}
