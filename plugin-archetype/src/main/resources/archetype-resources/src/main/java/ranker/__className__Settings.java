package ${package};

import io.shelfwright.spi.Setting;
import java.util.Map;

/**
 * Settings of {@link ${className}}.
 *
 * @param weights what each feature adds to the logit, by its name
 * @param bias the logit of an item of which nothing is known
 */
record ${className}Settings(
        @Setting(value = "What one unit of each feature adds to the log-odds, by the feature's name.", defaultValue = "")
        Map<String, Double> weights,

        @Setting(value = "Log-odds of an item of which nothing is known.", defaultValue = "-3", min = -20, max = 20)
        double bias) {}
