package io.shelfwright.sample;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.shelfwright.engine.CorePlugin;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of the house; docs/architecture.md draws them. */
class ArchitectureTest {
    private static final String ENGINE = "io.shelfwright.engine";

    /** Stages of the engine, in the order in which a request meets them. */
    private static final List<String> STAGES =
            List.of("intake", "recall", "eligibility", "features", "ranking", "packing", "experience");

    /** What the stages stand on. */
    private static final List<String> GROUND_FLOOR = List.of(
            "request",
            "generation",
            "plugins",
            "discovery",
            "probe",
            "reload",
            "snapshots",
            "vectors",
            "userstate",
            "canary",
            "config",
            "observe");

    /** Packages of the plugins, one for each module. */
    private static final List<String> PLUGINS = List.of(
            "podcasts",
            "shortcuts",
            "playlists",
            "editorial",
            "heuristics",
            "features",
            "logistic",
            "gbdt",
            "neural",
            "diversity",
            "freshness",
            "coldstart",
            "negativefeedback",
            "exploration",
            "jvector");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.shelfwright");

    static Stream<String> plugins() {
        return PLUGINS.stream();
    }

    static Stream<String> stages() {
        return STAGES.stream();
    }

    @Test
    void theApiStandsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage("io.shelfwright.api..", "io.shelfwright.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.shelfwright.api..", "io.shelfwright.spi..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginKnowsTheApiAndItself(String plugin) {
        String own = "io.shelfwright." + plugin + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("io.shelfwright..")
                        .or(resideInAnyPackage(own, "io.shelfwright.api..", "io.shelfwright.spi..")))
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginModuleShowsOneClassWhichItsServicesFileNames(String plugin) {
        List<String> shown = HOUSE.stream()
                .filter(type -> type.getPackageName().startsWith("io.shelfwright." + plugin))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .toList();

        assertThat(shown).hasSize(1).allMatch(name -> name.endsWith("Plugin"));
        assertThat(services()).containsAll(shown);
    }

    @Test
    void everyPluginOfTheSampleIsHeldToTheRules() {
        assertThat(services())
                .filteredOn(name -> !name.equals(CorePlugin.class.getName()))
                .allMatch(name -> PLUGINS.contains(name.split("\\.", -1)[2]))
                .hasSameSizeAs(PLUGINS);
    }

    @Test
    void theEngineKnowsNoPluginAndNobodyAboveIt() {
        classes()
                .that()
                .resideInAPackage(ENGINE + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("io.shelfwright..")
                        .or(resideInAnyPackage(ENGINE + "..", "io.shelfwright.api..", "io.shelfwright.spi..")))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning", "vectors"})
    void whatTrainsKnowsTheEngineAndNoPlugin(String trainer) {
        String own = "io.shelfwright." + trainer + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("io.shelfwright..")
                        .or(resideInAnyPackage(own, ENGINE + "..", "io.shelfwright.api..", "io.shelfwright.spi..")))
                .check(HOUSE);
    }

    /** The module learning-beam is a program of its own; nothing of it may reach the class path that serves. */
    @Test
    void beamAndFlinkAreFarFromWhatServes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.beam..", "org.apache.flink..", "io.shelfwright.learning.beam..")
                .check(HOUSE);
        for (String name : List.of("org/apache/beam/sdk/Pipeline", "org/apache/flink/api/java/ExecutionEnvironment")) {
            assertThat(getClass().getClassLoader().getResource(name + ".class"))
                    .as(name)
                    .isNull();
        }
    }

    @Test
    void aStepOfTheLearningLoopKnowsNotTheLoop() {
        noClasses()
                .that()
                .resideInAPackage("io.shelfwright.learning.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shelfwright.learning")
                .check(HOUSE);
        slices().matching("io.shelfwright.learning.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void theGuiceHelperKnowsTheApiAndGuiceAndNobodyOfOursKnowsIt() {
        classes()
                .that()
                .resideInAPackage("io.shelfwright.guice..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.google.inject..",
                        "io.shelfwright.guice..",
                        "io.shelfwright.api..",
                        "io.shelfwright.spi..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.shelfwright.guice..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shelfwright.guice..")
                .check(HOUSE);
    }

    @Test
    void nothingStandsOnTheSampleApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.shelfwright.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shelfwright.sample..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aStageKnowsNoLaterStage(String stage) {
        String[] later = STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size()).stream()
                .map(ArchitectureTest::inEngine)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(inEngine(stage))
                .should()
                .dependOnClassesThat(resideInAnyPackage(later).or(resideInAnyPackage(ENGINE)))
                .check(HOUSE);
    }

    @Test
    void theGroundFloorKnowsNoStage() {
        String[] stages = STAGES.stream().map(ArchitectureTest::inEngine).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(
                        GROUND_FLOOR.stream().map(ArchitectureTest::inEngine).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(stages).or(resideInAnyPackage(ENGINE)))
                .check(HOUSE);
    }

    @Test
    void everyPackageOfTheEngineHasItsFloor() {
        assertThat(HOUSE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ENGINE + "."))
                        .map(name -> name.substring(ENGINE.length() + 1).split("\\.", -1)[0]))
                .isSubsetOf(
                        Stream.concat(STAGES.stream(), GROUND_FLOOR.stream()).toList());
    }

    @Test
    void thePackagesOfTheEngineFormNoCycle() {
        slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheRootOfTheEngineAndTheHelperForPluginsKnowGuice() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE, "io.shelfwright.guice")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject..")
                .check(HOUSE);
    }

    @Test
    void noPageDependsOnTheMachinesClockOrOnChance() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("api", "spi", "engine.."),
                                PLUGINS.stream().map(plugin -> plugin + ".."))
                        .map(name -> "io.shelfwright." + name)
                        .toArray(String[]::new))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(HOUSE);
    }

    private static List<String> services() {
        return ServiceLoader.load(ShelfwrightPlugin.class).stream()
                .map(provider -> provider.type().getName())
                .toList();
    }

    private static String inEngine(String name) {
        return ENGINE + "." + name + "..";
    }
}
