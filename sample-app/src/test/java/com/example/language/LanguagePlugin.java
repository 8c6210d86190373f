package com.example.language;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings a generator and a score rule that look at the listener's language. */
public final class LanguagePlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "language";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "own-language",
                "Proposes what is popular in the listener's language.",
                context -> new OwnLanguageGenerator(context.catalog())));
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of(
                "foreign-language",
                "Lowers what is in a language that the listener hardly hears.",
                ForeignLanguageSettings.class,
                (settings, context) -> new ForeignLanguageRule(settings)));
    }
}
