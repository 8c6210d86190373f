package io.shelfwright.engine.experience;

import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.ExperienceSinkContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AvroExperienceLogContractTest extends ExperienceSinkContract {
    @Override
    protected ExperienceSink sink(InstanceContext context) {
        return new AvroExperienceLog(context.baseDirectory(), context.clock(), ExperienceLogSettings.DEFAULT);
    }

    @Override
    protected Optional<List<String>> recorded(Path baseDirectory) {
        List<String> ids = new ArrayList<>();
        ExperienceLogReader reader = new ExperienceLogReader(baseDirectory);
        reader.pages(page -> ids.add(page.page().requestId()));
        reader.interactions(interaction -> ids.add(interaction.id()));
        return Optional.of(ids);
    }
}
