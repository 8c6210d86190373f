package io.shelfwright.learning.evaluation;

import io.shelfwright.api.BadRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Gives the columns of a file their meaning; for one use. */
final class ExampleColumns {
    private static final String GROUP = "group";
    private static final String LABEL = "label";
    private static final String SCORE = "score";
    private static final String BASELINE = "baseline";
    private static final Set<String> NUMBERS = Set.of("weight", "popularity", "age_days", "examination", "attributes");

    private final ExampleFile file;
    private final List<String> sliced = new ArrayList<>();

    ExampleColumns(ExampleFile file) {
        this.file = file;
    }

    ExampleTable table(ScoreMeaning meaning, int catalogSize) {
        ExampleTableBuilder builder = ExampleTable.of(file.texts(GROUP));
        for (String name : file.names()) {
            if (base(name).equals(LABEL)) {
                builder.label(objective(name), file.numbers(name, Allowed.AMOUNT));
            }
        }
        for (String name : file.names()) {
            if (base(name).equals(SCORE)
                    || base(name).equals(BASELINE)
                    || base(name).startsWith("score_")) {
                builder.score(score(name, meaning));
            } else if (!base(name).equals(LABEL) && !name.equals(GROUP) && !NUMBERS.contains(name)) {
                sliced.add(name);
            }
        }
        requireScores();
        if (file.has("weight")) {
            builder.weights(file.numbers("weight", Allowed.AMOUNT));
        }
        if (file.has("user")) {
            builder.users(file.texts("user"));
        }
        if (file.has("item")) {
            builder.items(file.texts("item"));
        }
        if (file.has("kind")) {
            builder.kinds(file.texts("kind"));
        }
        sliced.forEach(name -> builder.slice(name, file.texts(name)));
        return builder.traits(traits(catalogSize)).build();
    }

    /** A label without scores of its own says nothing, a score without labels neither. */
    private void requireScores() {
        List<String> labels =
                file.names().stream().filter(name -> base(name).equals(LABEL)).toList();
        if (labels.isEmpty()) {
            throw file.missing(LABEL);
        }
        for (String label : labels) {
            String needed = label.replaceFirst(LABEL, SCORE);
            if (!file.has(needed)) {
                throw file.missing(needed);
            }
        }
        List<String> objectives = labels.stream().map(ExampleColumns::objective).toList();
        for (String name : file.names()) {
            boolean scores = base(name).equals(SCORE)
                    || base(name).equals(BASELINE)
                    || base(name).startsWith("score_");
            if (scores && !objectives.contains(objective(name))) {
                throw new BadRequestException("the column " + name + " scores '" + objective(name)
                        + "', which has no labels; there are " + String.join(", ", labels));
            }
        }
    }

    private ScoreColumn score(String name, ScoreMeaning meaning) {
        String base = base(name);
        String model = base.equals(SCORE)
                ? ScoreColumn.CANDIDATE
                : base.equals(BASELINE) ? BASELINE : base.substring("score_".length());
        double[] values = file.numbers(name, meaning == ScoreMeaning.PROBABILITY ? Allowed.PROBABILITY : Allowed.SCORE);
        boolean probabilities =
                meaning != ScoreMeaning.RANK && Arrays.stream(values).allMatch(Allowed.PROBABILITY::test);
        return new ScoreColumn(model, objective(name), probabilities, values);
    }

    private ItemTraits traits(int catalogSize) {
        return new ItemTraits(
                file.has("popularity") ? file.numbers("popularity", Allowed.SHARE) : null,
                file.has("age_days") ? file.numbers("age_days", Allowed.AGE) : null,
                file.has("attributes")
                        ? file.texts("attributes").stream()
                                .map(ExampleColumns::split)
                                .toList()
                        : null,
                file.has("examination") ? file.numbers("examination", Allowed.SHARE) : null,
                catalogSize);
    }

    private static Set<String> split(String text) {
        return text.isBlank() ? Set.of() : Set.copyOf(new java.util.TreeSet<>(Arrays.asList(text.split("\\|"))));
    }

    private static String base(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String objective(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? LABEL : name.substring(colon + 1);
    }
}
