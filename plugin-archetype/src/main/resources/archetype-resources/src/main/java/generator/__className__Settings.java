package ${package};

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * Settings of {@link ${className}}.
 *
 * @param rest how long an item that was played is not proposed again
 */
record ${className}Settings(
        @Setting(value = "How long an item that was played is not proposed again.", defaultValue = "14d", min = 0)
        Duration rest) {}
