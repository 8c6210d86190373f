package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;
import java.util.Optional;

/** Where plugins that the host made itself come from. */
final class Origins {
    private Origins() {}

    static PluginLocation located(ShelfwrightPlugin plugin, OpenedPlugin opened) {
        return new PluginLocation(of(plugin.getClass()), Optional.empty(), "", false, List.of(), () -> opened);
    }

    /** Returns class, and jar or directory. */
    static String of(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return type.getName()
                + (source == null || source.getLocation() == null
                        ? ""
                        : " in " + source.getLocation().getPath());
    }
}
