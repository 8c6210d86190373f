package ${package};

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * Settings of {@link ${className}}.
 *
 * @param genres which items it looks at
 * @param factor what their utility is multiplied by
 */
record ${className}Settings(
        @Setting(value = "Genres whose items are raised or lowered.", defaultValue = "")
        List<String> genres,

        @Setting(value = "What their utility is multiplied by.", defaultValue = "1.5", min = 0.01, max = 100)
        double factor) {}
