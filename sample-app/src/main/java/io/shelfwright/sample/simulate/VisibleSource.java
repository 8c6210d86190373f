package io.shelfwright.sample.simulate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CatalogSource;
import java.util.Map;
import java.util.function.Consumer;

/** A source without the interactions that are held out, so that no statistic and no neighbour knows of them. */
final class VisibleSource implements CatalogSource {
    private final CatalogSource source;
    private final HoldOut holdOut;

    VisibleSource(CatalogSource source, HoldOut holdOut) {
        this.source = source;
        this.holdOut = holdOut;
    }

    @Override
    public void items(Consumer<Item> consumer) {
        source.items(item -> consumer.accept(holdOut.asServed(item)));
    }

    @Override
    public Map<String, String> artistNames() {
        return source.artistNames();
    }

    @Override
    public void interactions(Consumer<Interaction> consumer) {
        source.interactions(interaction -> {
            if (!holdOut.hides(interaction)) {
                consumer.accept(interaction);
            }
        });
    }

    @Override
    public void profiles(Consumer<UserProfile> consumer) {
        source.profiles(consumer);
    }

    @Override
    public void close() {
        source.close();
    }
}
