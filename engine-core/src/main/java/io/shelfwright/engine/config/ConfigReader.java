package io.shelfwright.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.shelfwright.api.ConfigException;
import io.shelfwright.api.ConfigProblem;
import io.shelfwright.spi.HidingPolicy;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads HOCON into an {@link EngineConfig}; throws one {@link ConfigException} with all problems. */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * Reads a configuration file.
     *
     * @throws ConfigException with every problem found
     */
    public static EngineConfig read(Path file) {
        return read(file, "");
    }

    /**
     * Reads a configuration file in which some values are given anew: objects are merged, all else is replaced.
     *
     * @param overrides HOCON; relative paths start where those of the file do
     * @throws ConfigException with every problem found
     */
    public static EngineConfig read(Path file, String overrides) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(List.of(new ConfigProblem(
                    String.valueOf(file.getFileName()), "", "there is no such file; make one or name another")));
        }
        try {
            Path directory = file.toAbsolutePath().getParent();
            Config written = ConfigFactory.parseFile(file.toFile());
            Config config = overrides.isEmpty()
                    ? written
                    : ConfigFactory.parseString(overrides).withFallback(written);
            return read(config.resolve(), directory == null ? Path.of(".") : directory);
        } catch (com.typesafe.config.ConfigException e) {
            throw notHocon(e);
        } catch (StackOverflowError e) {
            throw tooDeep(String.valueOf(file.getFileName()));
        }
    }

    /**
     * Reads configuration text.
     *
     * @param baseDirectory where relative paths start
     * @throws ConfigException with every problem found
     */
    public static EngineConfig readText(String text, Path baseDirectory) {
        try {
            return read(ConfigFactory.parseString(text).resolve(), baseDirectory);
        } catch (com.typesafe.config.ConfigException e) {
            throw notHocon(e);
        } catch (StackOverflowError e) {
            throw tooDeep("configuration");
        }
    }

    private static ConfigException notHocon(com.typesafe.config.ConfigException e) {
        String origin = e.origin() == null ? "configuration" : Problems.place(e.origin());
        String message = String.valueOf(e.getMessage());
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        return new ConfigException(List.of(new ConfigProblem(
                origin,
                "",
                "is not HOCON: " + (message.startsWith(place) ? message.substring(place.length()) : message))));
    }

    /** The parser is recursive. */
    private static ConfigException tooDeep(String origin) {
        return new ConfigException(
                List.of(new ConfigProblem(origin, "", "is nested too deeply to be read; a few levels are enough")));
    }

    private static EngineConfig read(Config config, Path baseDirectory) {
        Problems problems = new Problems();
        ConfigSections root =
                new ConfigSections(config.root(), "", new SettingsBinder(baseDirectory, problems), problems);
        root.allowOnly(Set.of(
                "page",
                "shelves",
                "generators",
                "features",
                "ranking",
                "rules",
                "packing",
                "exploration",
                "vectors",
                "feedback",
                "deadlines",
                "resilience",
                "storage",
                "learning",
                "plugins",
                "snapshots",
                "canary"));

        Optional<PageSettings> page = root.section("page").settings(PageSettings.class, Set.of());
        List<ShelfSpec> shelves = new ShelfReader(problems, new SettingsBinder(baseDirectory, problems))
                .read(config.root().get("shelves"), config.root());
        List<InstanceSpec> generators = root.instances("generators", List.of());
        List<InstanceSpec> features = root.instances("features", List.of("standard"));

        ConfigSections ranking = root.section("ranking");
        Optional<RankingSettings> rankingSettings = ranking.settings(RankingSettings.class, Set.of("ladder"));
        List<InstanceSpec> ladder = ranking.instances("ladder", List.of("prior"));

        ConfigSections rules = root.section("rules");
        rules.allowOnly(Set.of("safety", "filters", "scores", "placements"));
        EngineConfig.RulesConfig rulesConfig = new EngineConfig.RulesConfig(
                rules.instances("safety", List.of()),
                rules.instances("filters", List.of()),
                rules.instances("scores", List.of()),
                rules.instances("placements", List.of()));

        ConfigSections packing = root.section("packing");
        Optional<PackingSettings> packingSettings =
                packing.settings(PackingSettings.class, Set.of("packer", "examination"));
        InstanceSpec packer = packing.instance("packer", "auction");
        InstanceSpec examination = packing.instance("examination", "table");

        ConfigSections exploration = root.section("exploration");
        Optional<ExplorationSettings> explorationSettings =
                exploration.settings(ExplorationSettings.class, Set.of("policy"));
        InstanceSpec policy = exploration.instance("policy", "none");

        ConfigSections vectors = root.section("vectors");
        Optional<VectorSettings> vectorSettings = vectors.settings(VectorSettings.class, Set.of("index"));
        InstanceSpec index = vectors.instance("index", "auto");

        Optional<HidingPolicy> feedback = root.section("feedback").settings(HidingPolicy.class, Set.of());
        Optional<DeadlineSettings> deadlines = root.section("deadlines").settings(DeadlineSettings.class, Set.of());

        Optional<ResilienceSettings> resilience =
                root.section("resilience").settings(ResilienceSettings.class, Set.of());

        ConfigSections storage = root.section("storage");
        Optional<StorageSettings> storageSettings = storage.settings(StorageSettings.class, Set.of("users", "sinks"));
        InstanceSpec users = storage.instance("users", "in-memory");
        List<InstanceSpec> sinks = storage.instances("sinks", List.of());

        Optional<PluginSettings> plugins = root.section("plugins").settings(PluginSettings.class, Set.of());
        Optional<SnapshotSettings> snapshots = root.section("snapshots").settings(SnapshotSettings.class, Set.of());

        Optional<CanarySettings> canary = root.section("canary").settings(CanarySettings.class, Set.of());

        ConfigLint.check(
                config.root(), page, shelves, generators, rankingSettings, ladder, explorationSettings, problems);
        problems.throwIfAny();
        return new EngineConfig(
                page.orElseThrow(),
                shelves,
                generators,
                features,
                new EngineConfig.RankingConfig(rankingSettings.orElseThrow(), ladder),
                rulesConfig,
                new EngineConfig.PackingConfig(packingSettings.orElseThrow(), packer, examination),
                new EngineConfig.ExplorationConfig(explorationSettings.orElseThrow(), policy),
                new EngineConfig.VectorsConfig(vectorSettings.orElseThrow(), index),
                feedback.orElseThrow(),
                deadlines.orElseThrow(),
                resilience.orElseThrow(),
                new EngineConfig.StorageConfig(storageSettings.orElseThrow(), users, sinks),
                plugins.orElseThrow(),
                snapshots.orElseThrow(),
                canary.orElseThrow(),
                baseDirectory,
                new WrittenConfig(config.root()));
    }
}
