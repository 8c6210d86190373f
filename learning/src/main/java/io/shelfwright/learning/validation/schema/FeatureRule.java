package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.table.ValueType;

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
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                value,
                valency,
                domain,
                minDomainMass,
                unique,
                environments,
                drift,
                skew);
    }

    public FeatureRule with(Valency value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                value,
                domain,
                minDomainMass,
                unique,
                environments,
                drift,
                skew);
    }

    public FeatureRule with(Uniqueness value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                valency,
                domain,
                minDomainMass,
                value,
                environments,
                drift,
                skew);
    }

    public FeatureRule with(Lifecycle value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                value,
                presence,
                valency,
                domain,
                minDomainMass,
                unique,
                environments,
                drift,
                skew);
    }

    /** Returns a copy whose whole numbers name categories. */
    public FeatureRule ofCategories() {
        return new FeatureRule(
                name,
                type,
                true,
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

    /** Returns a copy that lets a share of the values lie outside the domain. */
    public FeatureRule minDomainMass(double value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                valency,
                domain,
                value,
                unique,
                environments,
                drift,
                skew);
    }

    public FeatureRule with(Domain value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                valency,
                value,
                minDomainMass,
                unique,
                environments,
                drift,
                skew);
    }

    public FeatureRule with(Environments value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                valency,
                domain,
                minDomainMass,
                unique,
                value,
                drift,
                skew);
    }

    public FeatureRule describedAs(String value) {
        return new FeatureRule(
                name,
                type,
                categorical,
                value,
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

    /** Returns a copy that is compared by these thresholds. */
    public FeatureRule comparedBy(ComparatorRule forDrift, ComparatorRule forSkew) {
        return new FeatureRule(
                name,
                type,
                categorical,
                description,
                lifecycle,
                presence,
                valency,
                domain,
                minDomainMass,
                unique,
                environments,
                forDrift,
                forSkew);
    }
}
