package ${package};

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * Settings of {@link ${className}}.
 *
 * @param genres which items are dropped
 */
record ${className}Settings(
        @Setting(value = "Genres whose items are dropped.", defaultValue = "")
        List<String> genres) {}
