package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.table.ValueType;
import java.util.function.Consumer;

/**
 * What one column has to look like.
 *
 * @param name of the column
 * @param type of its values
 * @param categorical whether whole numbers name categories
 * @param description for the reader
 * @param lifecycle whether it is validated
 * @param presence how often it has a value
 * @param valency how many values a cell holds
 * @param domain which values it may have
 * @param minDomainMass least share of a text column's values that lie in the domain, 0..1
 * @param unique how many different values it has
 * @param environments where it is expected
 * @param drift how far it may lie from the span before
 * @param skew how far the training data may lie from what was served
 */
public record FeatureRule(
        String name,
        ValueType type,
        boolean categorical,
        String description,
        Lifecycle lifecycle,
        Presence presence,
        Valency valency,
        Domain domain,
        double minDomainMass,
        Uniqueness unique,
        Environments environments,
        ComparatorRule drift,
        ComparatorRule skew) {

    public FeatureRule {
        if (!(minDomainMass >= 0 && minDomainMass <= 1)) {
            throw new IllegalArgumentException(
                    "min-domain-mass of " + name + " is " + minDomainMass + "; allowed is 0 to 1");
        }
    }

    /** Returns a rule for a column of one value each that may be anything and may be absent. */
    public static FeatureRule of(String name, ValueType type) {
        return new FeatureRule(
                name,
                type,
                false,
                "",
                Lifecycle.PRODUCTION,
                Presence.OPTIONAL,
                Valency.SINGLE,
                new Domain.Any(),
                1,
                Uniqueness.ANY,
                Environments.ALL,
                ComparatorRule.NONE,
                ComparatorRule.NONE);
    }

    public FeatureRule with(Presence value) {
        return changed(draft -> draft.presence = value);
    }

    public FeatureRule with(Valency value) {
        return changed(draft -> draft.valency = value);
    }

    public FeatureRule with(Uniqueness value) {
        return changed(draft -> draft.unique = value);
    }

    public FeatureRule with(Lifecycle value) {
        return changed(draft -> draft.lifecycle = value);
    }

    public FeatureRule with(Domain value) {
        return changed(draft -> draft.domain = value);
    }

    public FeatureRule with(Environments value) {
        return changed(draft -> draft.environments = value);
    }

    public FeatureRule describedAs(String value) {
        return changed(draft -> draft.description = value);
    }

    /** Returns a copy whose whole numbers name categories. */
    public FeatureRule ofCategories() {
        return changed(draft -> draft.categorical = true);
    }

    /** Returns a copy that lets a share of the values lie outside the domain. */
    public FeatureRule minDomainMass(double value) {
        return changed(draft -> draft.minDomainMass = value);
    }

    /** Returns a copy that is compared by these thresholds. */
    public FeatureRule comparedBy(ComparatorRule forDrift, ComparatorRule forSkew) {
        return changed(draft -> {
            draft.drift = forDrift;
            draft.skew = forSkew;
        });
    }

    private FeatureRule changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.rule();
    }

    /** What may be changed of a rule. */
    private static final class Draft {
        private final FeatureRule of;
        private boolean categorical;
        private String description;
        private Lifecycle lifecycle;
        private Presence presence;
        private Valency valency;
        private Domain domain;
        private double minDomainMass;
        private Uniqueness unique;
        private Environments environments;
        private ComparatorRule drift;
        private ComparatorRule skew;

        Draft(FeatureRule of) {
            this.of = of;
            categorical = of.categorical;
            description = of.description;
            lifecycle = of.lifecycle;
            presence = of.presence;
            valency = of.valency;
            domain = of.domain;
            minDomainMass = of.minDomainMass;
            unique = of.unique;
            environments = of.environments;
            drift = of.drift;
            skew = of.skew;
        }

        FeatureRule rule() {
            return new FeatureRule(
                    of.name,
                    of.type,
                    categorical,
                    description,
                    lifecycle,
                    presence,
                    valency,
                    domain,
                    minDomainMass,
                    unique,
                    environments,
                    drift,
                    skew);
        }
    }
}
