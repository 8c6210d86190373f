package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.sample.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationWorldTest {
    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static SimulationWorld world;

    @BeforeAll
    static void openOnce() throws IOException {
        data = SyntheticData.write(directory);
        world = SyntheticData.world(data, 1);
    }

    @Test
    void noUserStateHoldsAnythingOfAPairThatIsHeldOut() {
        List<String> leaks = new ArrayList<>();
        world.users().users(user -> {
            for (Interaction known :
                    world.users().interactions(user, world.users().version(user))) {
                String subject = world.holdOut().subject(known);
                if (world.holdOut().hidesPair(user, subject) || world.holdOut().hides(known)) {
                    leaks.add(known.id());
                }
            }
        });
        assertThat(leaks).isEmpty();
    }

    @Test
    void usersAreGivenAllThatIsVisible() {
        long[] counts = new long[2];
        data.source().interactions(interaction -> counts[world.holdOut().hides(interaction) ? 1 : 0]++);
        long[] known = new long[1];
        world.users().users(user -> known[0] += world.users().version(user));
        assertThat(known[0]).isEqualTo(counts[0]);
        assertThat(counts[1] / (double) (counts[0] + counts[1])).isBetween(0.25, 0.5);
    }

    @Test
    void statisticsCountVisiblePlaysOnly() {
        Map<String, Double> visible = new HashMap<>();
        data.source().interactions(interaction -> {
            boolean play = interaction.type() == InteractionType.PLAY || interaction.type() == InteractionType.COMPLETE;
            if (play && !world.holdOut().hides(interaction)) {
                visible.merge(interaction.targetId(), interaction.amount(), Double::sum);
            }
        });
        ItemCatalog catalog = catalog(world);
        for (int item = 0; item < catalog.size(); item++) {
            assertThat(catalog.statistics().plays(item))
                    .isEqualTo(visible.getOrDefault(catalog.item(item).id(), 0.0));
        }
    }

    @Test
    void aListenerIsEitherLoggedOrEvaluatedOnWhateverTheSeed() throws IOException {
        SimulationWorld other = SyntheticData.world(SyntheticData.write(directory.resolve("other")), 2);
        assertThat(world.train()).doesNotContainAnyElementsOf(world.test());
        assertThat(world.train()).doesNotContainAnyElementsOf(other.test());
        assertThat(world.train().size()
                        / (double) (world.train().size() + world.test().size()))
                .isBetween(0.7, 0.9);
    }

    @Test
    void theCatalogIsBuiltAgainForAnotherSeedOnly(@TempDir Path own) throws IOException {
        DataDirectory fresh = SyntheticData.write(own);
        SimulationWorld first = SyntheticData.world(fresh, 1);
        assertThat(first.snapshots().versions()).hasSize(1);
        assertThat(SyntheticData.world(fresh, 1).snapshots().versions()).hasSize(1);
        assertThat(SyntheticData.world(fresh, 2).snapshots().versions()).hasSize(2);
    }

    private static ItemCatalog catalog(SimulationWorld of) {
        return new ItemCatalog("test", CatalogFiles.read(of.snapshots().open().catalog()));
    }
}
