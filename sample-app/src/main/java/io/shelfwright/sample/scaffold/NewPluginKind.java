package io.shelfwright.sample.scaffold;

import java.util.Locale;

/** A kind of plugin for which there is a project to start from. */
public enum NewPluginKind {
    GENERATOR,
    RANKER,
    SCORE_RULE,
    FILTER_RULE,
    PLACEMENT_RULE,
    FEATURE_SET;

    /** Returns the name as it is written on the command line, and as the archetype calls its directory. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
