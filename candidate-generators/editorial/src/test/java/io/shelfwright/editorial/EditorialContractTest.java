package io.shelfwright.editorial;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class EditorialContractTest extends CandidateGeneratorContract {
    @TempDir
    Path directory;

    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        StringBuilder items = new StringBuilder("item-0");
        for (int i = 3; i < 150; i += 3) {
            items.append(", item-").append(i);
        }
        String shelves = """
                shelves:
                  - {id: mix, title: Mix, items: [%s]}
                  - {id: albums, title: Albums, items: [item-4, item-8, item-5, item-0]}
                """.formatted(items);
        try {
            Path file = Files.writeString(directory.resolve("shelves.yaml"), shelves);
            return new EditorialGenerator(new EditorialSettings(file, "editorial", Duration.ofSeconds(5)), context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
