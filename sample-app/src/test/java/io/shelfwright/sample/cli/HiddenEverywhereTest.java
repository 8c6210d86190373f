package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.Taste;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dislike leak rate is 0: whatever was said, on pages of every sort and on every other surface. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenEverywhereTest {
    private static final int CASES = 12;

    /** Sorts of pages, by what is configured or broken. */
    enum Sort {
        AS_CONFIGURED(""),
        WITHOUT_RULES("rules = { scores = [], placements = [], filters = [] }"),
        EDITORIAL_ONLY("""
                shelves = [{ id = other, title = Other, generators = [editorial] }]
                generators = [{ factory = editorial, file = editorial.yaml }]
                exploration.excluded-shelves = []
                """),
        EXPLORED("exploration { slots = 20, excluded-shelves = [] }"),
        FALLBACK_PACKER("packing.packer = broken-packer"),
        NO_RANKER("ranking.ladder = [broken-ranker]"),
        LATE_GENERATORS("""
                generators = ${generators} [{ factory = late-generator }]
                shelves = ${shelves} [{ id = late, title = Late, generators = [late-generator], pinned-row = 1 }]
                deadlines.recall = 150ms
                """);

        final String config;

        Sort(String config) {
            this.config = config;
        }
    }

    private final Map<String, Item> catalog = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<String> users = new ArrayList<>();
    private Workspace workspace;
    private Path directory;

    @BeforeAll
    void makeWorld(@TempDir Path folder) {
        directory = folder;
        workspace = Workspace.create(folder);
        SyntheticWorld.write(workspace.data(), SyntheticWorld.DEFAULT_SEED);
        workspace.publish("test");
        workspace.source().profiles().forEach(profile -> users.add(profile.userId()));
        workspace.source().items(item -> {
            catalog.put(item.id(), item);
            items.add(item);
        });
    }

    private HomeEngine engine(Sort sort, BrokenPlugins broken) throws IOException {
        InMemoryUserStateStore store = new InMemoryUserStateStore();
        workspace.source().profiles().forEach(store::putProfile);
        List<Interaction> history = new ArrayList<>();
        workspace.source().interactions(history::add);
        store.appendAll(history);
        String text = Files.readString(workspace.data().config()) + "\nstorage.experience = log-" + sort.name() + "\n"
                + sort.config;
        List<ShelfwrightPlugin> plugins = new ArrayList<>(
                PluginRegistry.discover(getClass().getClassLoader()).plugins());
        plugins.add(broken);
        return Shelfwright.builder(ConfigReader.readText(text, directory))
                .plugins(plugins)
                .clock(workspace.clock())
                .userStateStore(store)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void nothingThatWasHiddenIsOnAnySurface(Sort sort) throws IOException {
        Set<String> codes;
        try (BrokenPlugins broken = new BrokenPlugins(items);
                HomeEngine engine = engine(sort, broken)) {
            codes = new java.util.TreeSet<>();
            RandomCases.run(CASES, (seed, random) -> {
                boolean newcomer = seed % 4 == 3;
                String user = newcomer ? "newcomer-" + seed : users.get(random.nextInt(users.size()));
                HomePage first = home(engine, user, seed, "");
                first.degradations().forEach(degradation -> codes.add(degradation.code()));
                assertThat(first.shelves()).isNotEmpty();
                broken.release();
                Said said = new Said();
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    speak(engine, user, first, said, random);
                }
                Item known = items.get(random.nextInt(items.size()));
                engine.record(Interaction.of(user, InteractionType.PLAY, known.id())
                        .at(workspace.now().minusSeconds(600)));

                check(home(engine, user, seed, ""), said);
                check(home(engine, user, seed + 100, ""), said);
                HomePage more = home(engine, user, seed, first.cursor());
                for (int page = 0; page < 4 && !more.cursor().isEmpty(); page++) {
                    check(more, said);
                    more = home(engine, user, seed, more.cursor());
                }
                check(engine.taste(user), first, said);
            });
        }
        switch (sort) {
            case FALLBACK_PACKER -> assertThat(codes).contains("failed");
            case NO_RANKER -> assertThat(codes).contains("no-ranker");
            case LATE_GENERATORS -> assertThat(codes).contains("late");
            default -> assertThat(codes).isEmpty();
        }
    }

    private HomePage home(HomeEngine engine, String user, long seed, String cursor) {
        return engine.home(HomeRequest.forUser(user)
                .requestId("r")
                .at(workspace.now())
                .seed(seed)
                .cursor(cursor)
                .build());
    }

    /** Hides or dislikes something of a page, or of the catalog; it may have been liked before. */
    private void speak(HomeEngine engine, String user, HomePage page, Said said, RandomGenerator random) {
        List<Card> cards =
                page.shelves().stream().flatMap(shelf -> shelf.cards().stream()).toList();
        Item item = random.nextInt(4) == 0
                ? items.get(random.nextInt(items.size()))
                : item(cards.get(random.nextInt(cards.size())).itemId());
        TargetType type = TargetType.values()[random.nextInt(TargetType.values().length)];
        String target =
                switch (type) {
                    case ITEM -> item.id();
                    case ARTIST ->
                        item.artistIds().isEmpty() ? "nobody" : item.artistIds().get(0);
                    case GENRE ->
                        item.genres().isEmpty() ? "nothing" : item.genres().get(0);
                    case SHELF ->
                        page.shelves()
                                .get(random.nextInt(page.shelves().size()))
                                .id();
                    case KIND -> random.nextInt(3) == 0 ? item.kind().name() : "no-kind";
                };
        if (random.nextInt(3) == 0 && (type == TargetType.ITEM || type == TargetType.ARTIST)) {
            engine.record(new Interaction(
                    "",
                    user,
                    InteractionType.LIKE,
                    type,
                    target,
                    workspace.now().minusSeconds(60),
                    1,
                    "",
                    "",
                    "",
                    false));
        }
        engine.record(random.nextBoolean() ? Feedback.hide(user, type, target) : Feedback.dislike(user, type, target));
        said.of(type).add(target);
    }

    /** What a user said to hide. */
    private static final class Said {
        private final Map<TargetType, Set<String>> targets = new HashMap<>();

        Set<String> of(TargetType type) {
            return targets.computeIfAbsent(type, same -> new java.util.TreeSet<>());
        }

        boolean hides(Item item) {
            long artists = item.artistIds().stream()
                    .filter(of(TargetType.ARTIST)::contains)
                    .count();
            boolean byArtist = artists > 0
                    && (artists * 5 >= item.artistIds().size()
                            || of(TargetType.ARTIST).contains(item.artistIds().get(0)));
            return of(TargetType.ITEM).contains(item.id())
                    || byArtist
                    || item.genres().stream().anyMatch(of(TargetType.GENRE)::contains)
                    || of(TargetType.KIND).contains(item.kind().name());
        }
    }

    private void check(HomePage page, Said said) {
        Set<String> titles = items.stream().filter(said::hides).map(Item::title).collect(Collectors.toSet());
        Set<String> artists = said.of(TargetType.ARTIST).stream()
                .map(artist -> catalog.containsKey(artist) ? item(artist).title() : artist)
                .collect(Collectors.toSet());
        assertThat(page.shelves()).noneMatch(shelf -> said.of(TargetType.SHELF).contains(shelf.id()));
        page.shelves().forEach(shelf -> shelf.cards().forEach(card -> {
            assertThat(said.hides(item(card.itemId())))
                    .as("%s on %s", card, shelf.id())
                    .isFalse();
            assertThat(card.reasons()).noneMatch(reason -> titles.stream().anyMatch(reason.text()::endsWith));
            assertThat(card.reasons()).noneMatch(reason -> artists.stream().anyMatch(reason.text()::contains));
        }));
        assertThat(page.degradations())
                .noneMatch(degradation -> degradation.instance().equals("page-validator"));
    }

    private void check(Taste taste, HomePage page, Said said) {
        assertThat(taste.topArtists(1000))
                .noneMatch(one -> said.of(TargetType.ARTIST).contains(one.id()));
        assertThat(taste.topGenres(1000))
                .noneMatch(one -> said.of(TargetType.GENRE).contains(one.id()));
        assertThat(taste.lastSession()).noneMatch(id -> said.hides(item(id)));
        assertThat(taste.favourites())
                .noneMatch(one -> said.of(one.targetType()).contains(one.targetId())
                        || (one.targetType() == TargetType.ITEM && said.hides(item(one.targetId()))));
        page.shelves().forEach(shelf -> shelf.cards().forEach(card -> assertThat(taste.similar(card.itemId(), 50))
                .noneMatch(similar -> said.hides(item(similar.itemId())))));
        for (Item item : items) {
            if (said.hides(item)) {
                assertThat(taste.affinity(item.id())).isZero();
            }
        }
    }

    private Item item(String id) {
        return Objects.requireNonNull(catalog.get(id), id);
    }
}
