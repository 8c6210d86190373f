package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every catalog source keeps to, wherever it reads; extend it and make an instance over at least one item. */
public abstract class CatalogSourceContract {
    @TempDir
    Path directory;

    /** Makes the instance under test; relative paths start at the context's base directory, which is empty. */
    protected abstract CatalogSource source(InstanceContext context);

    @Test
    void everyItemIsGivenOnce() {
        try (CatalogSource source = make()) {
            assertThat(items(source)).extracting(Item::id).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void everyProfileIsGivenOnce() {
        try (CatalogSource source = make()) {
            assertThat(profiles(source)).extracting(UserProfile::userId).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyInteractionHasATime() {
        try (CatalogSource source = make()) {
            assertThat(interactions(source)).allSatisfy(interaction -> assertThat(interaction.at())
                    .as("time of " + interaction)
                    .isNotNull());
        }
    }

    @Test
    void everyArtistHasAName() {
        try (CatalogSource source = make()) {
            assertThat(source.artistNames()).allSatisfy((id, name) -> {
                assertThat(id).isNotBlank();
                assertThat(name).as("name of artist " + id).isNotBlank();
            });
        }
    }

    @Test
    void everyReadingGivesTheSame() {
        try (CatalogSource source = make();
                CatalogSource other = make()) {
            List<Item> items = items(source);
            List<Interaction> interactions = interactions(source);
            for (CatalogSource again : List.of(source, other)) {
                assertThat(items(again)).containsExactlyInAnyOrderElementsOf(items);
                assertThat(interactions(again)).containsExactlyInAnyOrderElementsOf(interactions);
                assertThat(profiles(again)).containsExactlyInAnyOrderElementsOf(profiles(source));
                assertThat(again.artistNames()).isEqualTo(source.artistNames());
            }
        }
    }

    @Test
    void anyPartCanBeReadWithoutTheOthers() {
        try (CatalogSource all = make();
                CatalogSource source = make()) {
            List<Interaction> interactions = interactions(source);
            items(all);
            assertThat(interactions).containsExactlyInAnyOrderElementsOf(interactions(all));
        }
    }

    @Test
    void aFailureOfTheReaderIsNotSwallowed() {
        try (CatalogSource source = make()) {
            assertThatThrownBy(() -> source.items(item -> {
                        throw new IllegalStateException("the reader stopped");
                    }))
                    .hasStackTraceContaining("the reader stopped");
        }
    }

    @Test
    void nothingIsKeptBetweenReadings() {
        try (CatalogSource source = make()) {
            readAll(source);
            long before = StateSize.of(source);
            readAll(source);
            assertThat(StateSize.of(source))
                    .as("objects and elements that the instance holds after another reading")
                    .isLessThanOrEqualTo(before);
        }
    }

    private static void readAll(CatalogSource source) {
        items(source);
        interactions(source);
        profiles(source);
        source.artistNames();
    }

    private CatalogSource make() {
        return source(EarlyContext.withoutCatalog(TestContext.empty().withBaseDirectory(directory)));
    }

    private static List<Item> items(CatalogSource source) {
        List<Item> items = new ArrayList<>();
        source.items(items::add);
        return items;
    }

    private static List<Interaction> interactions(CatalogSource source) {
        List<Interaction> interactions = new ArrayList<>();
        source.interactions(interactions::add);
        return interactions;
    }

    private static List<UserProfile> profiles(CatalogSource source) {
        List<UserProfile> profiles = new ArrayList<>();
        source.profiles(profiles::add);
        return profiles;
    }
}
