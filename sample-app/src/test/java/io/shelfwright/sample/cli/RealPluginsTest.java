package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.Card;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Item;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.Taste;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Setting;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The engine with the plugins of the class path, on the built-in synthetic world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPluginsTest {
    private static final int MOST_ARTISTS = 5;

    private final Map<String, List<String>> artistsOf = new HashMap<>();
    private HomeEngine engine;
    private List<String> users;
    private Workspace workspace;

    @BeforeAll
    void makeWorld(@TempDir Path directory) {
        workspace = Workspace.create(directory);
        SyntheticWorld.write(workspace.data(), SyntheticWorld.DEFAULT_SEED);
        workspace.publish("test");
        users = new ArrayList<>();
        workspace.source().profiles().forEach(profile -> users.add(profile.userId()));
        workspace.source().items(item -> artistsOf.put(item.id(), item.artistIds()));
        engine = workspace.engine();
    }

    @AfterAll
    void endWorld() {
        engine.close();
    }

    private HomePage home(String user) {
        return engine.home(HomeRequest.forUser(user)
                .requestId("r")
                .at(workspace.now())
                .seed(7)
                .build());
    }

    private static List<String> items(HomePage page) {
        return page.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .map(Card::itemId)
                .toList();
    }

    @Test
    void aHiddenCardIsGoneFromEveryShelfOfTheVeryNextPageAndUndoBringsTheIdenticalPageBack() {
        for (String user : users.subList(0, 10)) {
            HomePage before = home(user);
            assertThat(before.shelves()).isNotEmpty();
            Card card =
                    before.shelves().get(before.shelves().size() / 2).cards().get(0);

            Receipt hidden = engine.record(Feedback.hide(user, card));
            HomePage without = home(user);
            engine.record(Feedback.undo(user, hidden.interactionId()));
            HomePage after = home(user);

            assertThat(without.stateVersion()).isEqualTo(hidden.stateVersion());
            assertThat(items(without)).doesNotContain(card.itemId());
            assertThat(PageJson.canonical(after)).isEqualTo(PageJson.canonical(before));
        }
    }

    @Test
    void aHiddenShelfIsGoneFromTheVeryNextPage() {
        String user = users.get(20);
        HomePage before = home(user);
        String shelf = before.shelves().get(before.shelves().size() - 1).id();

        engine.record(Feedback.hide(user, TargetType.SHELF, shelf));

        assertThat(home(user).shelf(shelf)).isEmpty();
    }

    @Test
    void aHiddenArtistIsGoneFromEveryShelfOfTheVeryNextPage() {
        String user = users.get(21);
        HomePage before = home(user);
        String artist = before.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .flatMap(card -> artists(card.itemId()).stream())
                .findFirst()
                .orElseThrow();

        engine.record(Feedback.hide(user, TargetType.ARTIST, artist));

        assertThat(items(home(user))).noneMatch(item -> isMostlyBy(item, artist));
    }

    /** The dislike leak rate is 0: whatever was said, nothing of it is on any surface, and taking it back leaves no trace. */
    @Test
    void nothingThatWasHiddenLeaksToAnySurfaceWhateverItIs() {
        Random random = new Random(11);
        Map<String, Item> catalog = new HashMap<>();
        workspace.source().items(item -> catalog.put(item.id(), item));
        for (String user : users.subList(30, 42)) {
            HomePage before = home(user);
            List<String> shown = items(before);
            List<String> undo = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Item item = Objects.requireNonNull(catalog.get(shown.get(random.nextInt(shown.size()))));
                TargetType type = TargetType.values()[random.nextInt(3)];
                List<String> names = type == TargetType.ARTIST ? item.artistIds() : item.genres();
                String target = type == TargetType.ITEM || names.isEmpty() ? item.id() : names.get(0);
                TargetType about = target.equals(item.id()) ? TargetType.ITEM : type;
                undo.add(engine.record(
                                random.nextBoolean()
                                        ? Feedback.hide(user, about, target)
                                        : Feedback.dislike(user, about, target))
                        .interactionId());
            }

            Taste taste = engine.taste(user);
            Set<String> hiddenItems = new TreeSet<>();
            Set<String> hiddenArtists = new TreeSet<>();
            Set<String> hiddenGenres = new TreeSet<>();
            for (Taste.HiddenTarget hidden : taste.hidden()) {
                switch (hidden.targetType()) {
                    case ITEM -> hiddenItems.add(hidden.targetId());
                    case ARTIST -> hiddenArtists.add(hidden.targetId());
                    case GENRE -> hiddenGenres.add(hidden.targetId());
                    case SHELF, KIND -> throw new AssertionError("nobody hid " + hidden);
                }
            }
            List<String> surfaces = new ArrayList<>(items(home(user)));
            for (String item : shown) {
                taste.similar(item, 50).forEach(similar -> surfaces.add(similar.itemId()));
                if (taste.affinity(item) > 0) {
                    surfaces.add(item);
                }
            }
            for (String id : surfaces) {
                Item item = Objects.requireNonNull(catalog.get(id));
                assertThat(hiddenItems).doesNotContain(id);
                assertThat(item.genres()).noneMatch(hiddenGenres::contains);
                assertThat(hiddenArtists).noneMatch(artist -> isMostlyBy(id, artist));
            }
            for (int i = undo.size() - 1; i >= 0; i--) {
                engine.record(Feedback.undo(user, undo.get(i)));
            }
            assertThat(PageJson.canonical(home(user))).isEqualTo(PageJson.canonical(before));
        }
    }

    @Test
    void anExplanationNamesWhatHidAnItem() {
        String user = users.get(45);
        HomePage before = home(user);
        String item = items(before).get(0);
        engine.record(Feedback.hide(user, TargetType.ITEM, item));

        assertThat(engine.explain(home(user), item).summary()).contains("is not shown: hidden by you on");
    }

    private boolean isMostlyBy(String item, String artist) {
        List<String> artists = artists(item);
        return artists.contains(artist)
                && (artists.size() <= MOST_ARTISTS || artists.get(0).equals(artist));
    }

    private List<String> artists(String item) {
        return artistsOf.getOrDefault(item, List.of());
    }

    @Test
    void defaultsOfEveryFactoryLieWithinTheirBoundsAndBind(@TempDir Path directory) {
        PluginRegistry registry = PluginRegistry.discover(RealPluginsTest.class.getClassLoader());
        Set<String> plugins = new TreeSet<>();
        registry.plugins().forEach(plugin -> plugins.add(plugin.id()));
        assertThat(plugins).hasSizeGreaterThanOrEqualTo(14);
        int settings = 0;
        for (PluginKind<?> kind : PluginKind.ALL) {
            settings += check(registry, kind, directory);
        }
        assertThat(settings).isGreaterThan(50);
    }

    private static <T> int check(PluginRegistry registry, PluginKind<T> kind, Path directory) {
        int settings = 0;
        for (PluginFactory<T> factory : registry.factories(kind).values()) {
            StringBuilder needed = new StringBuilder();
            for (RecordComponent component : factory.settingsType().getRecordComponents()) {
                Setting setting = component.getAnnotation(Setting.class);
                assertThat(setting).as("%s: %s", factory, component).isNotNull();
                assertThat(setting.value()).as("%s: %s", factory, component).endsWith(".");
                settings++;
                if (setting.defaultValue().equals(Setting.REQUIRED)) {
                    needed.append(SettingsBinder.kebab(component.getName()))
                            .append(" = ")
                            .append(any(component))
                            .append('\n');
                }
            }
            ConfigObject object = ConfigFactory.parseString(needed.toString()).root();
            Problems problems = new Problems();
            assertThat(new SettingsBinder(directory, problems)
                            .bind(factory.settingsType(), object, factory.name(), Set.of()))
                    .as("%s '%s': %s", kind.name(), factory.name(), problems.list())
                    .isPresent();
        }
        return settings;
    }

    /** A value for a setting that has no default, so that the others can be bound. */
    private static String any(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0])
                    .name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-');
        }
        return type == List.class ? "[any]" : type.isPrimitive() ? "1" : "any";
    }
}
