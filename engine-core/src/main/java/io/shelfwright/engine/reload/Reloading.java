package io.shelfwright.engine.reload;

import io.shelfwright.api.PluginReload;
import java.util.Optional;

/** Reloads all plugins that changed, or one by its id. */
@FunctionalInterface
public interface Reloading {
    PluginReload reload(Optional<String> id);
}
