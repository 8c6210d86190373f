package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.Tunable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** These plugins are in no services file, so that one sentence fails for all of them. */
class PluginContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends PluginContract {
        @Override
        protected ShelfwrightPlugin plugin() {
            return Suspects.<Supplier<ShelfwrightPlugin>>present().get();
        }
    }

    /** A settings record that is as it should be. */
    public record Fine(
            @Setting(value = "Weight.", defaultValue = "1", min = 0, max = 2)
            double weight,

            @Setting(value = "Kinds.", defaultValue = "a, b")
            List<String> kinds) {}

    /** A settings record whose default is out of bounds. */
    public record OutOfBounds(
            @Setting(value = "Weight.", defaultValue = "3", min = 0, max = 2)
            double weight) {}

    /** A settings record without a description. */
    public record Undescribed(
            @Setting(value = "weight", defaultValue = "1") double weight) {}

    /** A settings record whose search leaves the bounds. */
    public record Adventurous(
            @Setting(value = "Weight.", defaultValue = "1", min = 0, max = 2) @Tunable(min = 0.1, max = 5)
            double weight) {}

    private static final ScoreRule NOTHING = (candidates, adjustments) -> {};

    /** A plugin of the given rules, which needs no services file as far as the other sentences go. */
    public static class Rules implements ShelfwrightPlugin {
        private final String id;
        private final List<PluginFactory<ScoreRule>> rules;

        public Rules() {
            this("rules", List.of(rule("fine", "Does nothing.", Fine.class)));
        }

        Rules(String id, List<PluginFactory<ScoreRule>> rules) {
            this.id = id;
            this.rules = rules;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<PluginFactory<ScoreRule>> scoreRules() {
            return rules;
        }
    }

    /** Lists other factories each time. */
    public static final class Fickle extends Rules {
        public Fickle() {
            super("rules", List.of(rule("fine" + System.nanoTime(), "Does nothing.", Fine.class)));
        }
    }

    /** Counts how often it was asked. */
    public static final class Counting extends Rules {
        private int asked;

        @Override
        public String id() {
            asked++;
            return asked > 0 ? "counting" : "never";
        }
    }

    /** Trains for nobody. */
    public static final class Lonely extends Rules {
        @Override
        public List<PluginFactory<RankerTrainer>> trainers() {
            return List.of(PluginFactory.of(
                    "lonely", "Trains for nobody.", context -> (data, seed, directory, progress) -> {}));
        }
    }

    /** Cannot be loaded. */
    static final class Hidden extends Rules {}

    private static <S extends Record> PluginFactory<ScoreRule> rule(
            String name, String description, Class<S> settings) {
        return PluginFactory.of(name, description, settings, (bound, context) -> NOTHING);
    }

    private static Supplier<ShelfwrightPlugin> of(String id, PluginFactory<?>... rules) {
        @SuppressWarnings("unchecked")
        List<PluginFactory<ScoreRule>> list = List.of((PluginFactory<ScoreRule>[]) rules);
        return () -> new Rules(id, list);
    }

    private static DynamicTest breaks(String sentence, Supplier<ShelfwrightPlugin> plugin) {
        return DynamicTest.dynamicTest(sentence + " fails alone", () -> assertThat(
                        Suspects.failures(Suspect.class, plugin).keySet())
                .contains(sentence)
                .isSubsetOf(sentence, "theServicesFileListsThePlugin"));
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsThePluginThatBreaksIt() {
        PluginFactory<ScoreRule> fine = rule("fine", "Does nothing.", Fine.class);
        PluginFactory<ScoreRule> failing = PluginFactory.of("failing", "Fails.", context -> {
            throw new IllegalStateException("always");
        });
        return Stream.of(
                breaks("theServicesFileListsThePlugin", Rules::new),
                breaks("theIdIsOfLowerCaseWords", of("My Rules", fine)),
                breaks("itCanBeLoadedAsAService", Hidden::new),
                breaks("itListsTheSameFactoriesEachTime", Fickle::new),
                breaks("itIsStateless", Counting::new),
                breaks("itBringsFactoriesEachNameOnceWithinItsKind", of("rules", fine, fine)),
                breaks("everyFactoryIsDescribedInASentence", of("rules", rule("fine", "nothing", Fine.class))),
                breaks("everySettingIsDescribedInASentence", of("rules", rule("fine", "Does it.", Undescribed.class))),
                breaks("everyFactoryMakesAnInstanceOfItsDefaultsOrSaysWhatItNeeds", of("rules", failing)),
                breaks("everyTrainerTrainsForARankerOfItsName", Lonely::new),
                breaks("whatASearchMayTryIsAllowed", of("rules", rule("fine", "Does it.", Adventurous.class))),
                DynamicTest.dynamicTest("a default out of its bounds is found", () -> assertThat(Suspects.failures(
                                        Suspect.class, of("rules", rule("fine", "Does it.", OutOfBounds.class)))
                                .keySet())
                        .contains("theDefaultsLieWithinTheirBoundsAndFitTogether")));
    }
}
