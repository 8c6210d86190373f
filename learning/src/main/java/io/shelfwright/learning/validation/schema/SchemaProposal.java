package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schema widened so that data passes, with each change in words: a person decides whether data or schema is wrong.
 *
 * @param schema as it would have to be
 * @param changes one sentence each, empty where the data passes as it is
 */
public record SchemaProposal(DataSchema schema, List<String> changes) {
    public SchemaProposal {
        changes = List.copyOf(changes);
    }

    /** Proposes: new columns, wider domains, lower presence. */
    public static SchemaProposal of(DataSchema schema, DatasetStatistics data) {
        List<String> changes = new ArrayList<>();
        List<FeatureRule> rules = new ArrayList<>();
        for (FeatureRule rule : schema.features()) {
            boolean validated = rule.lifecycle().validated();
            rules.add(data.feature(rule.name())
                    .filter(column -> validated && column.present() > 0)
                    .map(column -> widened(rule, column, changes))
                    .orElse(rule));
        }
        for (FeatureStatistics column : data.features().values()) {
            if (schema.feature(column.name()).isEmpty()) {
                rules.add(SchemaGenerator.inferred(column));
                changes.add(column.name() + " is added");
            }
        }
        return new SchemaProposal(schema.features(rules), changes);
    }

    private static FeatureRule widened(FeatureRule rule, FeatureStatistics column, List<String> changes) {
        FeatureRule wider = rule;
        Presence presence = rule.presence();
        double share = column.presentShare();
        if (share < presence.minFraction() || column.present() < presence.minCount()) {
            double fraction = Math.min(presence.minFraction(), Math.floor(share * 1e6) / 1e6);
            wider = wider.with(
                    new Presence(presence.required(), fraction, Math.min(presence.minCount(), column.present())));
            changes.add(String.format(
                    Locale.ROOT,
                    "%s needs a value in %s of the rows instead of %s",
                    rule.name(),
                    fraction,
                    presence.minFraction()));
        }
        Domain domain = domain(rule, column);
        if (!domain.equals(rule.domain())) {
            wider = wider.with(domain);
            changes.add(rule.name() + " may be " + domain + " instead of " + rule.domain());
        }
        return wider;
    }

    private static Domain domain(FeatureRule rule, FeatureStatistics column) {
        if (rule.domain() instanceof Domain.OneOf oneOf && column.categorical()) {
            Set<String> values = new TreeSet<>(oneOf.values());
            column.texts().ranked().stream().map(Map.Entry::getKey).forEach(values::add);
            return Domain.OneOf.of(values);
        }
        if (rule.domain() instanceof Domain.Range range && column.type().numeric()) {
            return new Domain.Range(
                    Math.min(range.min(), column.numbers().min()),
                    Math.max(range.max(), column.numbers().max()),
                    range.nan() || column.numbers().nan() > 0,
                    range.infinite() || column.numbers().infinite() > 0);
        }
        if (rule.domain() instanceof Domain.Whole whole && column.type().numeric()) {
            return new Domain.Whole(
                    Math.min(whole.min(), (long) column.numbers().min()),
                    Math.max(whole.max(), (long) column.numbers().max()));
        }
        return rule.domain();
    }
}
