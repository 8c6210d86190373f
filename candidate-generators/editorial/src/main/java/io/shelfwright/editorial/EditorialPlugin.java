package io.shelfwright.editorial;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the generator {@code editorial}: shelves that editors write into a YAML file. */
public final class EditorialPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "editorial";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "editorial",
                "Brings along the shelves that editors write into a YAML file, which is read again when it changes.",
                EditorialSettings.class,
                EditorialGenerator::new));
    }
}
