package ${package};

import io.shelfwright.spi.Setting;

/**
 * Settings of {@link ${className}}.
 *
 * @param oldestDays where the age is cut off
 */
record ${className}Settings(
        @Setting(value = "Age, in days, from which all items count as equally old.", defaultValue = "3650", min = 1)
        int oldestDays) {}
