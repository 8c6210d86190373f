package io.shelfwright.engine;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A plugin whose factories are written by the test; a name that is given again replaces the former factory. */
final class ScriptedPlugin implements ShelfwrightPlugin {
    private final List<PluginFactory<CandidateGenerator>> generators = new ArrayList<>();
    private final List<PluginFactory<FeatureSet>> features = new ArrayList<>();
    private final List<PluginFactory<Ranker>> rankers = new ArrayList<>();
    private final List<PluginFactory<SafetyFilter>> safety = new ArrayList<>();
    private final List<PluginFactory<FilterRule>> filters = new ArrayList<>();
    private final List<PluginFactory<ScoreRule>> scores = new ArrayList<>();
    private final List<PluginFactory<PlacementRule>> placements = new ArrayList<>();
    private final List<PluginFactory<ExplorationPolicy>> policies = new ArrayList<>();
    private final List<PluginFactory<PagePacker>> packers = new ArrayList<>();
    private final List<PluginFactory<ExaminationModel>> examinations = new ArrayList<>();
    private final List<PluginFactory<ExperienceSink>> sinks = new ArrayList<>();

    @Override
    public String id() {
        return "scripted";
    }

    ScriptedPlugin generator(String name, CandidateGenerator generator) {
        return put(generators, name, context -> generator);
    }

    ScriptedPlugin makes(String name, Function<InstanceContext, CandidateGenerator> made) {
        return put(generators, name, made);
    }

    ScriptedPlugin features(String name, FeatureSet set) {
        return put(features, name, context -> set);
    }

    ScriptedPlugin makesFeatures(String name, Function<InstanceContext, FeatureSet> made) {
        return put(features, name, made);
    }

    ScriptedPlugin ranker(String name, Function<InstanceContext, Ranker> made) {
        return put(rankers, name, made);
    }

    ScriptedPlugin safety(String name, SafetyFilter filter) {
        return put(safety, name, context -> filter);
    }

    ScriptedPlugin filter(String name, FilterRule rule) {
        return put(filters, name, context -> rule);
    }

    ScriptedPlugin score(String name, ScoreRule rule) {
        return put(scores, name, context -> rule);
    }

    ScriptedPlugin placement(String name, PlacementRule rule) {
        return put(placements, name, context -> rule);
    }

    ScriptedPlugin policy(String name, ExplorationPolicy policy) {
        return put(policies, name, context -> policy);
    }

    ScriptedPlugin packer(String name, PagePacker packer) {
        return put(packers, name, context -> packer);
    }

    ScriptedPlugin examination(String name, ExaminationModel model) {
        return put(examinations, name, context -> model);
    }

    ScriptedPlugin sink(String name, ExperienceSink sink) {
        return put(sinks, name, context -> sink);
    }

    private <T> ScriptedPlugin put(
            List<PluginFactory<T>> factories, String name, Function<InstanceContext, ? extends T> made) {
        factories.removeIf(factory -> factory.name().equals(name));
        factories.add(PluginFactory.of(name, "Scripted by a test.", made));
        return this;
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return generators;
    }

    @Override
    public List<PluginFactory<FeatureSet>> featureSets() {
        return features;
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return rankers;
    }

    @Override
    public List<PluginFactory<SafetyFilter>> safetyFilters() {
        return safety;
    }

    @Override
    public List<PluginFactory<FilterRule>> filterRules() {
        return filters;
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return scores;
    }

    @Override
    public List<PluginFactory<PlacementRule>> placementRules() {
        return placements;
    }

    @Override
    public List<PluginFactory<ExplorationPolicy>> explorationPolicies() {
        return policies;
    }

    @Override
    public List<PluginFactory<PagePacker>> pagePackers() {
        return packers;
    }

    @Override
    public List<PluginFactory<ExaminationModel>> examinationModels() {
        return examinations;
    }

    @Override
    public List<PluginFactory<ExperienceSink>> experienceSinks() {
        return sinks;
    }
}
