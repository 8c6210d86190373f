package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoosterFileTest {
    private static final int COLUMNS = 5;

    @TempDir
    Path directory;

    private Path file;
    private String json;

    @BeforeEach
    void trainASmallBooster() throws Exception {
        SyntheticRows data = SyntheticRows.of(400, COLUMNS, 0.1, 1);
        try (XgboostPeer peer = XgboostPeer.train(data, 6, Map.of("max_depth", 3))) {
            file = peer.save(directory);
        }
        json = Files.readString(file);
    }

    @Test
    void aBaseScoreInBracketsIsTheSameAsOneWithout() throws Exception {
        BoostedTrees plain = BoosterFile.read(file, COLUMNS);
        Matcher score = Pattern.compile("\"base_score\":\"([^\"]+)\"").matcher(json);
        assertThat(score.find()).isTrue();
        write(json.replace(score.group(), "\"base_score\":\"[" + score.group(1) + "]\""));

        assertThat(BoosterFile.read(file, COLUMNS).baseMargin()).isEqualTo(plain.baseMargin());
        assertThat(plain.baseMargin()).isNotZero();
    }

    @Test
    void aCategoricalSplitIsRefused() throws Exception {
        write(json.replaceFirst("\"split_type\":\\[0", "\"split_type\":[1"));
        assertRefused("tree 0", "categories", "numeric features");
    }

    @Test
    void anotherObjectiveIsRefused() throws Exception {
        write(json.replace("binary:logistic", "rank:ndcg"));
        assertRefused("rank:ndcg", "binary:logistic");
    }

    @Test
    void severalClassesAreRefused() throws Exception {
        write(json.replace("\"num_class\":\"0\"", "\"num_class\":\"3\""));
        assertRefused("3 values a row");
    }

    @Test
    void anotherBoosterIsRefused() throws Exception {
        write(json.replace("\"name\":\"gbtree\"", "\"name\":\"dart\""));
        assertRefused("dart", "gbtree");
    }

    @Test
    void anotherNumberOfFeaturesIsRefused() {
        assertThatThrownBy(() -> BoosterFile.read(file, COLUMNS + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("5 features")
                .hasMessageContaining("6");
    }

    @Test
    void aTruncatedFileIsRefused() throws Exception {
        write(json.substring(0, json.length() / 2));
        assertRefused("not JSON");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        write("");
        assertRefused("learner");
    }

    @Test
    void aChildThatPointsBackIsRefused() throws Exception {
        write(json.replaceFirst("\"left_children\":\\[1", "\"left_children\":[0"));
        assertRefused("tree 0", "two ways lead to node 0");
    }

    @Test
    void aChildThatDoesNotExistIsRefused() throws Exception {
        write(json.replaceFirst("\"left_children\":\\[1", "\"left_children\":[999"));
        assertRefused("node 999");
    }

    @Test
    void aSplitOnAFeatureThatDoesNotExistIsRefused() throws Exception {
        write(json.replaceFirst("\"split_indices\":\\[\\d+", "\"split_indices\":[77"));
        assertRefused("feature 77");
    }

    @Test
    void aThresholdThatIsNoNumberIsRefused() throws Exception {
        write(json.replaceFirst("\"split_conditions\":\\[[^,]+", "\"split_conditions\":[\"NaN\""));
        assertRefused("split_conditions", "not a finite number");
    }

    @Test
    void arraysOfDifferentLengthAreRefused() throws Exception {
        write(json.replaceFirst("\"default_left\":\\[[01],", "\"default_left\":["));
        assertRefused("default_left", "entries");
    }

    @Test
    void aBaseScoreThatIsNoProbabilityIsRefused() throws Exception {
        write(json.replaceFirst("\"base_score\":\"[^\"]+\"", "\"base_score\":\"1.5\""));
        assertRefused("base_score", "between 0 and 1");
    }

    @Test
    void theFirstTreesOfABoosterAreABoosterOfTheirOwn() throws Exception {
        byte[] three = BoosterFile.firstTrees(Files.readAllBytes(file), 3);
        Path shorter = Files.write(directory.resolve("three.json"), three);

        BoostedTrees all = BoosterFile.read(file, COLUMNS);
        BoostedTrees first = BoosterFile.read(shorter, COLUMNS);
        assertThat(first.trees()).hasSize(3);
        SyntheticRows rows = SyntheticRows.of(100, COLUMNS, 0.1, 2);
        float[] expected = new float[100];
        new JavaTreeScorer(
                        new BoostedTrees(all.baseMargin(), COLUMNS, all.trees().subList(0, 3)))
                .score(rows.values(), 100, COLUMNS, expected, 0, 1);
        float[] margins = new float[100];
        try (TreeScorer scorer = NativeTreeScorer.open(shorter)) {
            scorer.score(rows.values(), 100, COLUMNS, margins, 0, 1);
        }
        assertThat(margins).isEqualTo(expected);
        assertThat(XGBoost.loadModel(shorter.toString()).getNumBoostedRound()).isEqualTo(3);
    }

    private void write(String changed) throws IOException {
        assertThat(changed).isNotEqualTo(json);
        Files.writeString(file, changed);
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> BoosterFile.read(file, COLUMNS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContainingAll(parts);
    }
}
