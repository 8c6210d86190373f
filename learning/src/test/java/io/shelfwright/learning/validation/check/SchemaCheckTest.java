package io.shelfwright.learning.validation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every anomaly of a schema, on data that has it and on data that just has it not. */
class SchemaCheckTest {
    private static final Object MISSING = null;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void anAnomalyIsFoundAndJustBelowItIsNot(
            AnomalyType type, String rule, ValueType column, List<?> bad, List<?> good) {
        assertThat(found(rule, column, bad)).containsExactly(type);
        assertThat(found(rule, column, good)).isEmpty();
    }

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        String presence = "presence { min-fraction = 0.5, min-count = 1 }";
        cases.add(of(
                AnomalyType.FEATURE_TYPE_NOT_PRESENT,
                presence,
                ValueType.FLOAT,
                row(MISSING, MISSING),
                row(1.0, MISSING)));
        cases.add(of(
                AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                presence,
                ValueType.FLOAT,
                row(1.0, MISSING, MISSING),
                row(1.0, MISSING)));
        cases.add(of(
                AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                "presence { min-fraction = 1 }",
                ValueType.FLOAT,
                row(1.0, 1.0, MISSING),
                row(1.0, 1.0)));
        cases.add(of(
                AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT,
                "presence { min-count = 2 }",
                ValueType.FLOAT,
                row(1.0, MISSING),
                row(1.0, 1.0)));
        cases.add(of(AnomalyType.UNEXPECTED_DATA_TYPE, "type = INT", ValueType.FLOAT, row(1.5), null));
        cases.add(of(AnomalyType.UNEXPECTED_DATA_TYPE, "", ValueType.STRING, row("a"), null));
        String few = "values { min = 2, max = 3 }";
        cases.add(of(
                AnomalyType.FEATURE_TYPE_LOW_NUMBER_VALUES,
                few,
                ValueType.FLOAT,
                row(List.of(1.0)),
                row(List.of(1.0, 2.0))));
        cases.add(of(
                AnomalyType.FEATURE_TYPE_HIGH_NUMBER_VALUES,
                few,
                ValueType.FLOAT,
                row(List.of(1.0, 2.0, 3.0, 4.0)),
                row(List.of(1.0, 2.0, 3.0))));
        cases.add(of(
                AnomalyType.INVALID_FEATURE_SHAPE,
                "values { shape = 2 }",
                ValueType.FLOAT,
                row(List.of(1.0, 2.0), List.of(1.0)),
                row(List.of(1.0, 2.0), List.of(3.0, 4.0))));
        cases.add(of(
                AnomalyType.INVALID_FEATURE_SHAPE,
                "values { shape = 2 }",
                ValueType.FLOAT,
                row(List.of(1.0, 2.0), MISSING),
                row(List.of(1.0, 2.0))));
        String unique = "type = STRING, unique { min = 2, max = 3 }";
        cases.add(of(AnomalyType.FEATURE_TYPE_LOW_UNIQUE, unique, ValueType.STRING, row("a", "a"), row("a", "b")));
        cases.add(of(
                AnomalyType.FEATURE_TYPE_HIGH_UNIQUE,
                unique,
                ValueType.STRING,
                row("a", "b", "c", "d"),
                row("a", "b", "c")));
        cases.add(of(AnomalyType.FEATURE_TYPE_NO_UNIQUE, "unique { min = 1 }", ValueType.FLOAT, row(1.0), null));
        String colours = "type = STRING, domain { values = [red, green] }, min-domain-mass = 0.75";
        cases.add(of(
                AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
                colours,
                ValueType.STRING,
                row("red", "red", "blue"),
                row("red", "red", "red", "blue")));
        cases.add(of(
                AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
                "type = INT, categorical = true, domain { values = [\"1\", \"2\"] }",
                ValueType.INT,
                row(1.0, 3.0),
                row(1.0, 2.0)));
        cases.add(of(
                AnomalyType.ENUM_TYPE_INVALID_UTF8, "type = STRING", ValueType.STRING, row("a\uFFFD"), row("a\u00e9")));
        String whole = "type = INT, domain { whole = true, min = 0, max = 9 }";
        cases.add(of(AnomalyType.INT_TYPE_SMALL_INT, whole, ValueType.INT, row(-1.0, 3.0), row(0.0)));
        cases.add(of(AnomalyType.INT_TYPE_BIG_INT, whole, ValueType.INT, row(10.0), row(9.0)));
        String wholeTexts = "type = STRING, domain { whole = true, min = 0, max = 9 }";
        cases.add(of(AnomalyType.INT_TYPE_NOT_INT_STRING, wholeTexts, ValueType.STRING, row("1", "1.5"), row("1")));
        cases.add(of(AnomalyType.INT_TYPE_BIG_INT, wholeTexts, ValueType.STRING, row("10"), row("9")));
        String range = "domain { min = -1, max = 1, disallow-nan = true, disallow-inf = true }";
        cases.add(of(AnomalyType.FLOAT_TYPE_SMALL_FLOAT, range, ValueType.FLOAT, row(-1.0000001), row(-1.0)));
        cases.add(of(AnomalyType.FLOAT_TYPE_BIG_FLOAT, range, ValueType.FLOAT, row(1.0000001), row(1.0)));
        cases.add(of(AnomalyType.FLOAT_TYPE_HAS_NAN, range, ValueType.FLOAT, row(1.0, Double.NaN), row(1.0)));
        cases.add(of(
                AnomalyType.FLOAT_TYPE_HAS_INF,
                "domain { disallow-inf = true }",
                ValueType.FLOAT,
                row(Double.POSITIVE_INFINITY),
                row(Double.MAX_VALUE)));
        cases.add(of(
                AnomalyType.FLOAT_TYPE_STRING_NOT_FLOAT,
                "type = STRING, domain { min = 0, max = 9 }",
                ValueType.STRING,
                row("0.5", "half"),
                row("0.5", "5e-1")));
        String flag = "domain { flag = true }";
        cases.add(of(AnomalyType.BOOL_TYPE_BIG_INT, "type = INT, " + flag, ValueType.INT, row(2.0), row(1.0)));
        cases.add(of(AnomalyType.BOOL_TYPE_SMALL_INT, "type = INT, " + flag, ValueType.INT, row(-1.0), row(0.0)));
        cases.add(of(AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT, flag, ValueType.FLOAT, row(0.5), row(0.0, 1.0)));
        cases.add(of(AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT, flag, ValueType.FLOAT, row(Double.NaN), row(1.0)));
        cases.add(of(
                AnomalyType.BOOL_TYPE_UNEXPECTED_STRING,
                "type = STRING, domain { true = yes, false = no }",
                ValueType.STRING,
                row("yes", "maybe"),
                row("yes", "no")));
        cases.add(of(AnomalyType.BOOL_TYPE_INVALID_CONFIG, "type = STRING, " + flag, ValueType.STRING, row("a"), null));
        cases.add(of(AnomalyType.DOMAIN_INVALID_FOR_TYPE, "domain { values = [a] }", ValueType.FLOAT, row(1.0), null));
        cases.add(of(
                AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                "domain { whole = true, min = 0 }",
                ValueType.FLOAT,
                row(1.5),
                null));
        cases.add(of(
                AnomalyType.INVALID_DOMAIN_SPECIFICATION,
                "type = STRING, domain { values = [] }",
                ValueType.STRING,
                row("a"),
                null));
        return cases;
    }

    @Test
    void nestedListsAreHeldAgainstTheirDepth() {
        String schema = "features { x { values { depth = 2 } } }";
        MemoryTable plain = table(ValueType.FLOAT, List.of(List.of(1.0)));
        assertThat(types(schema, plain)).containsExactly(AnomalyType.VALUE_NESTEDNESS_MISMATCH);
        assertThat(types("features { x { values { depth = 1 } } }", plain)).isEmpty();
    }

    @Test
    void aMissingAndANewColumnAreTold() {
        String schema = "features { x {}, y { presence { min-count = 1 } }, z {} }";
        assertThat(types(schema, table(ValueType.FLOAT, row(1.0)))).containsExactly(AnomalyType.SCHEMA_MISSING_COLUMN);
        assertThat(types("features {}", table(ValueType.FLOAT, row(1.0))))
                .containsExactly(AnomalyType.SCHEMA_NEW_COLUMN);
        assertThat(types("keys { ignored = [x] }", table(ValueType.FLOAT, row(1.0))))
                .isEmpty();
    }

    @Test
    void aLabelIsExpectedInTrainingOnly() {
        String schema = "features { x { presence { min-fraction = 1 }, in = [TRAINING] } }";
        MemoryTable without = new MemoryTable("t", List.of(TableColumn.number("other"))).add(1.0);
        assertThat(types(schema + "\nkeys { ignored = [other] }", "TRAINING", without))
                .containsExactly(AnomalyType.SCHEMA_MISSING_COLUMN);
        assertThat(types(schema + "\nkeys { ignored = [other] }", "SERVING", without))
                .isEmpty();
        assertThat(types(schema, "SERVING", table(ValueType.FLOAT, row(1.0))))
                .containsExactly(AnomalyType.SCHEMA_NEW_COLUMN);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void onlyColumnsOfSomeStagesAreValidated(String stage, boolean validated) {
        String schema = "features { x { lifecycle = " + stage + ", presence { min-fraction = 1 } } }";
        assertThat(types(schema, table(ValueType.FLOAT, row(1.0, MISSING))).isEmpty())
                .isEqualTo(!validated);
    }

    static List<Arguments> stages() {
        return List.of(
                Arguments.of("PLANNED", false),
                Arguments.of("ALPHA", false),
                Arguments.of("BETA", true),
                Arguments.of("PRODUCTION", true),
                Arguments.of("DEPRECATED", false),
                Arguments.of("DEBUG_ONLY", false),
                Arguments.of("DISABLED", false));
    }

    @Test
    void theNumberOfRowsHasBounds() {
        Table three = table(ValueType.FLOAT, row(1.0, 2.0, 3.0));
        String x = "\nfeatures { x {} }";
        assertThat(types("dataset { min-rows = 4 }" + x, three)).containsExactly(AnomalyType.DATASET_LOW_NUM_EXAMPLES);
        assertThat(types("dataset { max-rows = 2 }" + x, three)).containsExactly(AnomalyType.DATASET_HIGH_NUM_EXAMPLES);
        assertThat(types("dataset { min-rows = 3, max-rows = 3 }" + x, three)).isEmpty();
    }

    @Test
    void customRulesBoundAnyMeasure() {
        Table table = table(ValueType.FLOAT, row(1.0, 3.0));
        assertThat(types("features { x {} }, custom = [{ feature = x, measure = mean, max = 1.9 }]", table))
                .containsExactly(AnomalyType.CUSTOM_VALIDATION);
        assertThat(types("features { x {} }, custom = [{ feature = x, measure = mean, min = 2, max = 2 }]", table))
                .isEmpty();
        assertThat(types("features { x {} }, custom = [{ feature = x, measure = average-length }]", table))
                .containsExactly(AnomalyType.STATS_NOT_AVAILABLE);
        assertThat(types("features { x {} }, custom = [{ feature = gone, measure = mean }]", table))
                .containsExactly(AnomalyType.INVALID_SCHEMA_SPECIFICATION);
    }

    @Test
    void aRelativeCustomRuleNeedsOtherData() {
        String schema = "features { x {} }, custom = [{ feature = x, measure = mean, relative = true, max = 1.5 }]";
        DataValidation validation = DataValidation.with(SchemaFile.parse(schema));
        Table high = table(ValueType.FLOAT, row(3.1));
        assertThat(validation.validate(high).findings()).isEmpty();
        assertThat(validation
                        .previous(table(ValueType.FLOAT, row(2.0)))
                        .validate(high)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.type()).isEqualTo(AnomalyType.CUSTOM_VALIDATION));
        assertThat(validation
                        .previous(table(ValueType.FLOAT, row(2.1)))
                        .validate(high)
                        .findings())
                .isEmpty();
    }

    @Test
    void aColumnThatIsEmptyInOneSliceOnlyIsFoundThere() {
        MemoryTable table = new MemoryTable("t", List.of(TableColumn.number("x"), TableColumn.text("tier")));
        for (int i = 0; i < 2_000; i++) {
            boolean premium = i % 20 == 0;
            table.add(premium && i % 40 == 0 ? null : 1.0, premium ? "premium" : "free");
        }
        ValidationReport report = DataValidation.with(SchemaFile.parse("""
            slices { by = [tier], min-rows = 50 }
            features { x { presence { min-fraction = 0.9 } }, tier { type = STRING } }
            """)).validate(table);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT);
            assertThat(finding.slice()).isEqualTo("tier=premium");
        });
    }

    private static Arguments of(AnomalyType type, String rule, ValueType column, List<?> bad, List<?> good) {
        return Arguments.of(type, rule, column, bad, good == null ? List.of() : good);
    }

    private static List<?> row(Object... values) {
        return Arrays.asList(values);
    }

    private static MemoryTable table(ValueType type, List<?> values) {
        MemoryTable table = new MemoryTable("t", List.of(new TableColumn("x", type)));
        values.forEach(value -> table.add(value));
        return table;
    }

    private static List<AnomalyType> found(String rule, ValueType column, List<?> values) {
        return types("features { x { " + rule + " } }", table(column, values));
    }

    private static List<AnomalyType> types(String schema, Table table) {
        return types(schema, "", table);
    }

    private static List<AnomalyType> types(String schema, String environment, Table table) {
        return new ArrayList<>(new TreeSet<>(
                DataValidation.with(SchemaFile.parse(schema))
                        .environment(environment)
                        .validate(table)
                        .findings()
                        .stream()
                        .map(finding -> finding.type())
                        .toList()));
    }
}
