package ${package};

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;
import java.util.HashMap;
import java.util.Map;

/** Makes room between cards of one publisher: the more of them just before a slot, the less one more is worth there. */
final class ${className} implements PlacementRule {
    private final ${className}Settings settings;
    private final Catalog catalog;

    ${className}(${className}Settings settings, InstanceContext context) {
        this.settings = settings;
        catalog = context.catalog();
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public boolean forbids() {
        return false;
    }

    @Override
    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
        Map<String, Integer> before = new HashMap<>();
        for (int position = Math.max(0, prefix.size() - window()); position < prefix.size(); position++) {
            String publisher = catalog.item(prefix.item(position)).publisher();
            if (!publisher.isEmpty()) {
                before.merge(publisher, 1, Integer::sum);
            }
        }
        return item -> settings.penalty() * before.getOrDefault(catalog.item(item).publisher(), 0);
    }
}
