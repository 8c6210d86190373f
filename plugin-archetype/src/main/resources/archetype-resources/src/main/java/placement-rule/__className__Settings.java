package ${package};

import io.shelfwright.spi.Setting;

/**
 * Settings of {@link ${className}}.
 *
 * @param window how many cards before a slot are looked at
 * @param penalty what each card of the same publisher there takes from the log utility
 */
record ${className}Settings(
        @Setting(value = "How many cards before a slot are looked at.", defaultValue = "4", min = 1, max = 100)
        int window,

        @Setting(
                value = "What each card of the same publisher among them takes from the log utility.",
                defaultValue = "0.7",
                min = 0,
                max = 100)
        double penalty) {}
