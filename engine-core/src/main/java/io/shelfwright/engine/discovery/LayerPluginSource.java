package io.shelfwright.engine.discovery;

import java.util.List;

/**
 * The plugins that modules of a layer provide; those of its parent layers are the host's affair.
 *
 * <p>An option for hosts that run on the module path. A layer cannot find the engine's API where that is on the class path.
 */
public final class LayerPluginSource implements PluginSource {
    private final ModuleLayer layer;

    public LayerPluginSource(ModuleLayer layer) {
        this.layer = layer;
    }

    @Override
    public List<PluginLocation> locate() {
        return ModuleProviders.of(layer, loader -> loader != null, null);
    }
}
