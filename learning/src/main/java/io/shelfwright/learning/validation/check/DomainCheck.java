package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.Domain;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import io.shelfwright.learning.validation.statistics.NumberStatistics;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Holds the values of a column against its domain. */
final class DomainCheck {
    private static final int MOST_NAMED = 5;

    private final FeatureRule rule;
    private final FeatureStatistics column;
    private final String slice;

    DomainCheck(FeatureRule rule, FeatureStatistics column, String slice) {
        this.rule = rule;
        this.column = column;
        this.slice = slice;
    }

    void addTo(List<Finding> findings) {
        Domain domain = rule.domain();
        boolean numeric = column.type().numeric();
        if (column.texts().invalidUtf8() > 0) {
            findings.add(found(AnomalyType.ENUM_TYPE_INVALID_UTF8)
                    .measured(column.texts().invalidUtf8(), 0)
                    .said(Found.number(column.texts().invalidUtf8()) + " texts are no valid UTF-8"));
        }
        if (domain instanceof Domain.OneOf oneOf) {
            oneOf(oneOf, findings);
        } else if (domain instanceof Domain.Flag flag) {
            flag(flag, findings);
        } else if (domain instanceof Domain.Whole whole) {
            if (numeric) {
                whole(whole, findings);
            } else {
                texts(AnomalyType.INT_TYPE_NOT_INT_STRING, DomainCheck::isWhole, "whole numbers", findings);
                parsed(
                        whole.min(),
                        whole.max(),
                        AnomalyType.INT_TYPE_SMALL_INT,
                        AnomalyType.INT_TYPE_BIG_INT,
                        findings);
            }
        } else if (domain instanceof Domain.Range range) {
            if (numeric) {
                range(range, findings);
            } else {
                texts(AnomalyType.FLOAT_TYPE_STRING_NOT_FLOAT, DomainCheck::isNumber, "numbers", findings);
                parsed(
                        range.min(),
                        range.max(),
                        AnomalyType.FLOAT_TYPE_SMALL_FLOAT,
                        AnomalyType.FLOAT_TYPE_BIG_FLOAT,
                        findings);
            }
        }
    }

    private Found found(AnomalyType type) {
        return Found.schema(type, rule.name(), slice);
    }

    private void oneOf(Domain.OneOf domain, List<Finding> findings) {
        if (domain.values().isEmpty()) {
            findings.add(found(AnomalyType.INVALID_DOMAIN_SPECIFICATION).said("the domain names no value"));
            return;
        }
        if (!column.categorical()) {
            findings.add(found(AnomalyType.DOMAIN_INVALID_FOR_TYPE)
                    .said("the domain lists values, but the column holds numbers; say categorical = true, or give"
                            + " a range"));
            return;
        }
        outside(AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES, domain.values()::contains, findings);
    }

    /** The share that lies outside may be as large as the schema says. */
    private void outside(AnomalyType type, Predicate<String> inside, List<Finding> findings) {
        double mass = 0;
        List<String> named = new ArrayList<>();
        for (Map.Entry<String, Double> entry : column.texts().ranked()) {
            if (!inside.test(entry.getKey())) {
                mass += entry.getValue();
                if (named.size() < MOST_NAMED) {
                    named.add("\"" + entry.getKey() + "\" (" + Found.number(entry.getValue()) + ")");
                }
            }
        }
        double share = mass / column.texts().mass();
        double allowed = 1 - rule.minDomainMass();
        if (mass > 0 && share > allowed + 1e-12) {
            findings.add(found(type)
                    .measured(share, allowed)
                    .said(Found.percent(share) + " of the values lie outside the domain, allowed are "
                            + Found.percent(allowed) + ": " + String.join(", ", named)));
        }
    }

    private void flag(Domain.Flag flag, List<Finding> findings) {
        boolean named = !flag.yes().isEmpty() || !flag.no().isEmpty();
        NumberStatistics numbers = column.numbers();
        if (named == column.type().numeric()) {
            findings.add(found(AnomalyType.BOOL_TYPE_INVALID_CONFIG)
                    .said(
                            named
                                    ? "the domain names two texts, but the column holds numbers"
                                    : "the column holds texts; name the two as true and false in its domain"));
        } else if (named) {
            outside(
                    AnomalyType.BOOL_TYPE_UNEXPECTED_STRING,
                    text -> text.equals(flag.yes()) || text.equals(flag.no()),
                    findings);
        } else if (column.type() == ValueType.INT) {
            if (numbers.min() < 0) {
                findings.add(found(AnomalyType.BOOL_TYPE_SMALL_INT)
                        .measured(numbers.min(), 0)
                        .said("the least value is " + Found.number(numbers.min()) + "; allowed are 0 and 1"));
            }
            if (numbers.max() > 1) {
                findings.add(found(AnomalyType.BOOL_TYPE_BIG_INT)
                        .measured(numbers.max(), 1)
                        .said("the greatest value is " + Found.number(numbers.max()) + "; allowed are 0 and 1"));
            }
        } else if (numbers.otherThanFlags() + numbers.nan() + numbers.infinite() > 0) {
            double others = numbers.otherThanFlags() + numbers.nan() + numbers.infinite();
            findings.add(found(AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT)
                    .measured(others, 0)
                    .said(Found.number(others) + " values are neither 0 nor 1"));
        }
    }

    private void whole(Domain.Whole domain, List<Finding> findings) {
        if (column.type() != ValueType.INT) {
            findings.add(found(AnomalyType.DOMAIN_INVALID_FOR_TYPE)
                    .said("the domain is of whole numbers, but the column holds " + column.type()));
            return;
        }
        bounds(
                (double) domain.min(),
                (double) domain.max(),
                column.numbers().min(),
                column.numbers().max(),
                AnomalyType.INT_TYPE_SMALL_INT,
                AnomalyType.INT_TYPE_BIG_INT,
                findings);
    }

    private void range(Domain.Range domain, List<Finding> findings) {
        NumberStatistics numbers = column.numbers();
        if (!domain.nan() && numbers.nan() > 0) {
            findings.add(found(AnomalyType.FLOAT_TYPE_HAS_NAN)
                    .measured(numbers.nan(), 0)
                    .said(Found.number(numbers.nan()) + " values are NaN"));
        }
        if (!domain.infinite() && numbers.infinite() > 0) {
            findings.add(found(AnomalyType.FLOAT_TYPE_HAS_INF)
                    .measured(numbers.infinite(), 0)
                    .said(Found.number(numbers.infinite()) + " values are infinite"));
        }
        bounds(
                domain.min(),
                domain.max(),
                numbers.min(),
                numbers.max(),
                AnomalyType.FLOAT_TYPE_SMALL_FLOAT,
                AnomalyType.FLOAT_TYPE_BIG_FLOAT,
                findings);
    }

    private void bounds(
            double min,
            double max,
            double least,
            double greatest,
            AnomalyType small,
            AnomalyType big,
            List<Finding> findings) {
        if (least < min) {
            findings.add(found(small)
                    .measured(least, min)
                    .said("the least value is " + Found.number(least) + "; allowed is from " + Found.number(min)));
        }
        if (greatest > max) {
            findings.add(found(big)
                    .measured(greatest, max)
                    .said("the greatest value is " + Found.number(greatest) + "; allowed is up to "
                            + Found.number(max)));
        }
    }

    private void texts(AnomalyType type, Predicate<String> good, String what, List<Finding> findings) {
        for (Map.Entry<String, Double> entry : column.texts().ranked()) {
            if (!good.test(entry.getKey())) {
                findings.add(found(type)
                        .fact("example", entry.getKey())
                        .said("texts such as \"" + entry.getKey() + "\" are no " + what));
                return;
            }
        }
    }

    private void parsed(double min, double max, AnomalyType small, AnomalyType big, List<Finding> findings) {
        double least = Double.NaN;
        double greatest = Double.NaN;
        for (Map.Entry<String, Double> entry : column.texts().ranked()) {
            if (isNumber(entry.getKey())) {
                double value = Double.parseDouble(entry.getKey());
                least = value < least || Double.isNaN(least) ? value : least;
                greatest = value > greatest || Double.isNaN(greatest) ? value : greatest;
            }
        }
        bounds(min, max, least, greatest, small, big, findings);
    }

    private static boolean isWhole(String text) {
        return text.matches("[+-]?\\d{1,18}");
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    }
}
