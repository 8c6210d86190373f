package io.shelfwright.learning.dataset;

import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.dataset.DatasetBuilder.Built;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.LabelPolicy;
import java.util.function.Consumer;

/**
 * A dataset made from an experience log, and where everything in the log went.
 *
 * @param dataset its rows, each with its sampling weight for a weight
 * @param join what became of pages and interactions
 * @param report what became of the joined cards
 */
public record LoggedDataset(Dataset dataset, JoinReport join, DatasetReport report) {

    /**
     * Joins, labels and collects.
     *
     * @param schema of the running transform; pages of another are left out and counted
     * @param attribution how long after a page an interaction belongs to it
     * @param findings given those of each step as soon as it is done
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     * @throws io.shelfwright.learning.report.Refusal if there is nothing to learn from
     */
    public static LoggedDataset read(
            ExperienceLogReader log,
            FeatureSchema schema,
            LabelPolicy labels,
            Attribution attribution,
            Consumer<ReportSection> findings) {
        DatasetBuilder builder = new DatasetBuilder(schema, labels);
        JoinReport joined = new ImpressionJoin(attribution).join(log, builder::add);
        findings.accept(joined.section());
        Built built = builder.build();
        findings.accept(built.report().section());
        return new LoggedDataset(built.dataset(), joined, built.report());
    }
}
