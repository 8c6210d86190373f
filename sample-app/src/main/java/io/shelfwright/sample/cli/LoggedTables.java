package io.shelfwright.sample.cli;

import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.learning.RunningFeatures;
import io.shelfwright.learning.validation.history.LogHistory;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.source.LogColumns;
import io.shelfwright.learning.validation.source.LogTable;
import io.shelfwright.learning.validation.source.Span;
import io.shelfwright.learning.validation.source.TrainingValidation;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The served rows of a data directory's log, with what is known of its listeners. */
final class LoggedTables implements AutoCloseable {
    private final Workspace workspace;
    private final UserStateStore users;
    private final FeatureSchema features;

    private LoggedTables(Workspace workspace, UserStateStore users, FeatureSchema features) {
        this.workspace = workspace;
        this.users = users;
        this.features = features;
    }

    static LoggedTables open(Path directory) {
        Workspace workspace = Workspace.open(directory);
        LearningRequest request = LearningRequest.of(
                workspace.config(), workspace.snapshots(), workspace.data().experience(), "logistic");
        FeatureSchema features;
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            features = RunningFeatures.of(plugins.registry(), request);
        }
        return new LoggedTables(workspace, workspace.users(), features);
    }

    /** Returns the reviewed schema of the directory, or what the features declare. */
    DataSchema schema() {
        Path reviewed = workspace.data().path().resolve(TrainingValidation.SCHEMA);
        return Files.exists(reviewed)
                ? SchemaFile.read(reviewed)
                : LogColumns.schema(features, List.of(Objective.STREAM, Objective.SAVE, Objective.HIDE));
    }

    /** Returns what the log says of itself: its latest part beside the part before, and its listeners beside all that are known. */
    ValidationReport history(DataSchema rules) {
        return LogHistory.check(
                new ExperienceLogReader(workspace.data().experience()),
                features,
                rules,
                consumer -> workspace.source().profiles().forEach(consumer));
    }

    Table current(@Nullable String span) {
        return table(span == null ? "experience log" : span, span == null ? Span.ALL : Span.parse(span));
    }

    /** Returns the span of the same length before. */
    Table before(String span) {
        Span before = Span.parse(span).before();
        return table(before.from() + "/" + before.until(), before);
    }

    private Table table(String name, Span span) {
        return new LogTable(name, workspace.data().experience(), features, span, this::profile);
    }

    private Optional<UserProfile> profile(String user) {
        return users.profile(user);
    }

    @Override
    public void close() {
        users.close();
    }
}
