package io.shelfwright.engine;

import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.engine.packing.AuctionPagePacker;
import io.shelfwright.engine.packing.FastPagePacker;
import io.shelfwright.engine.packing.TableExamination;
import io.shelfwright.engine.packing.TopDownPagePacker;
import io.shelfwright.engine.ranking.PriorRanker;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.engine.userstate.MvUserStateStore;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.LabelPolicy;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.util.List;

/** What the engine brings itself, as a plugin like any other. */
public final class CorePlugin implements ShelfwrightPlugin {

    /**
     * Settings of the durable store.
     *
     * @param directory where its file is kept
     * @param mostInteractions most interactions kept of one user
     */
    public record StoreSettings(
            @Setting(
                    value = "Directory of the store's file, relative to the configuration file.",
                    defaultValue = "users")
            Path directory,

            @Setting(
                    value = "Most interactions kept of one user; when there are more, the older half is summed up.",
                    defaultValue = "20000",
                    min = 100,
                    max = 10000000)
            int mostInteractions) {}

    @Override
    public String id() {
        return "core";
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                "prior",
                "A fixed sum of a few standard features, for when there is no model.",
                context -> new PriorRanker(context.schema())));
    }

    @Override
    public List<PluginFactory<LabelPolicy>> labelPolicies() {
        return List.of(PluginFactory.of(
                "reactions",
                "Labels by weighted actions: wanting a card is a stream, keeping it a save, refusing it a hide.",
                ReactionLabels.Settings.class,
                (settings, context) -> new ReactionLabels(settings)));
    }

    @Override
    public List<PluginFactory<PagePacker>> pagePackers() {
        return List.of(
                PluginFactory.of(
                        "auction",
                        "Lazy greedy over shelves, auction for cards, priced local search in the time left.",
                        context -> new AuctionPagePacker()),
                PluginFactory.of(
                        "fast", "Lazy greedy over shelves, auction for cards.", context -> new FastPagePacker()),
                PluginFactory.of(
                        "top-down",
                        "Ranks shelves alone and removes duplicates from the top down; a baseline.",
                        context -> new TopDownPagePacker()));
    }

    @Override
    public List<PluginFactory<ExaminationModel>> examinationModels() {
        return List.of(PluginFactory.of(
                "table",
                "A product of row and column factors.",
                TableExamination.Settings.class,
                (settings, context) -> new TableExamination(settings)));
    }

    @Override
    public List<PluginFactory<ExplorationPolicy>> explorationPolicies() {
        return List.of(PluginFactory.of(
                "none", "No exploration: the packer's card with propensity 1.", context -> new NoExploration()));
    }

    @Override
    public List<PluginFactory<UserStateStore>> userStateStores() {
        return List.of(
                PluginFactory.of(
                        "in-memory",
                        "Keeps users in memory; gone with the process.",
                        context -> new InMemoryUserStateStore()),
                PluginFactory.of(
                        "mvstore",
                        "Keeps users in one file, durable when an interaction is acknowledged.",
                        StoreSettings.class,
                        (settings, context) ->
                                MvUserStateStore.open(settings.directory(), settings.mostInteractions())));
    }
}
