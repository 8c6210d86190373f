package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What holds for every plugin that looks at a batch of candidates and does something to each.
 *
 * @param <P> kind of plugin
 */
final class BatchProperties<P> {
    private static final int MANY = 100;

    private final Function<InstanceContext, P> maker;
    private final Deed<P> doing;

    /**
     * Makes the properties of one kind.
     *
     * @param maker makes an instance
     * @param doing runs an instance on a batch and tells what it did
     */
    BatchProperties(Function<InstanceContext, P> maker, Deed<P> doing) {
        this.maker = maker;
        this.doing = doing;
    }

    P make(Catalog catalog) {
        return maker.apply(TestContext.of(catalog));
    }

    /** Gives an instance of each seeded world its batches. */
    void inWorlds(Check<P> check) {
        RandomCases.run(ContractWorlds.WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            P plugin = make(world.catalog());
            for (CandidateBatch batch : ContractWorlds.batches(world)) {
                check.check(plugin, batch, random);
            }
        });
    }

    void areTheSameFromAnyInstance() {
        inWorlds((plugin, batch, random) -> {
            Marks first = doing.marks(plugin, batch);
            assertSame("a second call", first, doing.marks(plugin, batch));
            assertSame("another instance", first, doing.marks(make(batch.catalog()), batch));
        });
    }

    void areTheSameInFourThreads() {
        inWorlds((plugin, batch, random) -> {
            Marks alone = doing.marks(plugin, batch);
            for (Marks marks : FourThreads.ask(() -> doing.marks(plugin, batch))) {
                assertSame("four threads at once", alone, marks);
            }
        });
    }

    void doNotDependOnTheOrderOfCandidates() {
        inWorlds((plugin, batch, random) -> {
            Marks marks = doing.marks(plugin, batch);
            assertSame("candidates reversed", marks, doing.marks(plugin, BatchViews.reversed(batch)));
            assertSame("candidates shuffled", marks, doing.marks(plugin, BatchViews.shuffled(batch, random)));
        });
    }

    void doNotDependOnOtherCandidates() {
        inWorlds((plugin, batch, random) -> {
            Marks marks = doing.marks(plugin, batch);
            assertSame("candidates shuffled", marks, doing.marks(plugin, BatchViews.shuffled(batch, random)));
            for (int i = 0; i < 5 && batch.size() > 0; i++) {
                int candidate = random.nextInt(batch.size());
                Marks alone = doing.marks(plugin, BatchViews.only(batch, candidate));
                String key = BatchViews.key(batch, candidate);
                assertSame("one candidate alone", only(marks, key), alone);
            }
        });
    }

    void doNotDependOnTheOrderOfTheCatalog() {
        inWorlds((plugin, batch, random) -> {
            Catalog reversed = ReversedCatalog.of(batch.catalog());
            Marks turned = doing.marks(make(reversed), BatchViews.turned(batch, reversed));
            assertSame("the catalog numbered the other way", doing.marks(plugin, batch), turned);
        });
    }

    void bearOddInput(Consumer<Marks> check) {
        for (Catalog catalog : List.of(OddCases.catalog(), TestCatalog.builder().build())) {
            P plugin = make(catalog);
            OddCases.batches(catalog)
                    .forEach((name, batch) -> NamedCase.run(name, () -> check.accept(doing.marks(plugin, batch))));
        }
        CandidateBatch many = OddCases.manyCandidates();
        NamedCase.run("many candidates", () -> check.accept(doing.marks(make(many.catalog()), many)));
    }

    void changeNothingThatIsGiven() {
        inWorlds((plugin, batch, random) -> {
            Exposed<UserState> user = Exposed.of(UserState.class, batch.user());
            Exposed<CandidateBatch> exposed = Exposed.of(CandidateBatch.class, BatchViews.of(batch, user.view()));
            doing.marks(plugin, exposed.view());
            assertThat(user.changes()).as("lists of the user that were changed").isEmpty();
            assertThat(exposed.changes())
                    .as("lists of the batch that were changed")
                    .isEmpty();
        });
    }

    void keepNothing(long allowed) {
        SeededWorld world = ContractWorlds.of(0);
        P plugin = make(world.catalog());
        run(plugin, world, 0, 0, 5);
        long before = StateSize.of(plugin);
        run(plugin, world, 1, 5, 10);
        assertThat(StateSize.of(plugin))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + allowed);
    }

    private void run(P plugin, SeededWorld world, int round, int fromUser, int toUser) {
        for (int user = fromUser; user < toUser; user++) {
            CandidateBatch batch = world.batch(user, MANY);
            for (RequestContext request : ContractWorlds.requests(batch.user(), round)) {
                doing.marks(plugin, BatchViews.of(batch, request));
            }
        }
    }

    private static Marks only(Marks marks, String key) {
        Marks.Mark mark = marks.byCandidate().get(key);
        return new Marks(mark == null ? Map.of() : Map.of(key, mark));
    }

    private static void assertSame(String what, Marks here, Marks there) {
        assertThat(here.difference(there)).as(what + " makes a difference").isEmpty();
    }

    /** Runs an instance on a batch and tells what it did. */
    @FunctionalInterface
    interface Deed<P> {
        Marks marks(P plugin, CandidateBatch batch);
    }

    /** A property of an instance and a batch of the world that it was made for. */
    @FunctionalInterface
    interface Check<P> {
        void check(P plugin, CandidateBatch batch, RandomGenerator random) throws Exception;
    }
}
