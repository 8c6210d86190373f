package ${package};

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class ${className}PluginTest extends PluginContract {

    @Override
    protected ShelfwrightPlugin plugin() {
        return new ${className}Plugin();
    }
}
