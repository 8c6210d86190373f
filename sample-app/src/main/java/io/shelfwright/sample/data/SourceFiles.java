package io.shelfwright.sample.data;

/** Names of the files of one source. */
final class SourceFiles {
    static final String ITEMS = "items.jsonl";
    static final String ARTISTS = "artists.tsv";
    static final String INTERACTIONS = "interactions.tsv.gz";
    static final String PROFILES = "profiles.jsonl";
    static final String REPORT = "report.json";

    private SourceFiles() {}
}
