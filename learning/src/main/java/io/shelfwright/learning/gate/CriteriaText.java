package io.shelfwright.learning.gate;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.shelfwright.engine.config.SettingsBinder;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes criteria with every setting, also those that were left out. */
final class CriteriaText {
    private CriteriaText() {}

    static String of(ShippingCriteria criteria, boolean json) {
        Map<String, Object> root = new TreeMap<>();
        root.put("goal", settings(criteria.goal()));
        root.put(
                "limits", criteria.limits().stream().map(CriteriaText::settings).toList());
        root.put("health", settings(criteria.health()));
        root.put("evaluation", settings(criteria.evaluation()));
        ConfigValue value = ConfigValueFactory.fromMap(root);
        return ConfigFactory.empty()
                .root()
                .withFallback(value)
                .render(ConfigRenderOptions.defaults()
                        .setOriginComments(false)
                        .setComments(false)
                        .setJson(json));
    }

    private static Map<String, Object> settings(Record settings) {
        Map<String, Object> values = new TreeMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(
                        SettingsBinder.kebab(component.getName()),
                        plain(component.getAccessor().invoke(settings)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        // What limits nothing is not written: nobody would take 1e300 for a bound.
        values.values().removeIf(value -> value instanceof Double number && Math.abs(number) >= 1e300);
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }
}
