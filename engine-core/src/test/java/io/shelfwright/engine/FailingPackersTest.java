package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.Packing;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packers and examination models that fail are replaced by the engine's own. */
class FailingPackersTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void aPackerThatThrowsIsReplacedByTheFastOne() {
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> {
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("packing/broken/failed");
        assertThat(page.cardCount()).isEqualTo(20);
    }

    @Test
    void aPackerThatHangsIsReplacedByTheFastOne() throws Exception {
        world.config("packing.packer = broken, deadlines.packing = 40ms")
                .plugin
                .packer("broken", (problem, budget) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("packing/broken/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPackerWhosePageIsInvalidIsReplacedByTheFastOne() {
        List<Packing> invalid = List.of(
                new Packing(List.of(), 0, 0),
                new Packing(java.util.Collections.nCopies(4, new Packing.Row(0, new int[] {0, 1, 2})), 1, 0),
                new Packing(
                        List.of(
                                new Packing.Row(0, new int[] {0, 0, 0}),
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY),
                        1,
                        0),
                new Packing(
                        List.of(
                                new Packing.Row(99, new int[] {0}),
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY),
                        1,
                        0));
        AtomicInteger next = new AtomicInteger();
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> invalid.get(next.get()));

        for (int i = 0; i < invalid.size(); i++) {
            next.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            assertThat(degradations(page)).containsExactly("packing/broken/invalid");
        }
    }

    @Test
    void anExaminationModelThatFailsIsReplacedByATable() {
        AtomicInteger way = new AtomicInteger();
        world.config("packing.examination = broken").plugin.examination("broken", (device, row, column) -> {
            if (way.get() == 0) {
                throw new IllegalStateException("broken");
            }
            return way.get() == 1 ? Double.NaN : way.get() == 2 ? 0 : 1.5;
        });

        for (int i = 0; i < 4; i++) {
            way.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            assertThat(degradations(page)).containsExactly("packing/broken/failed");
        }
    }
}
