package io.shelfwright.gbdt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a booster that XGBoost saved as JSON (3.x): binary logistic, numeric splits, plain trees.
 *
 * <p>Everything else is refused with file and reason, because a model read half right would rank wrongly without a sign.
 */
final class BoosterFile {
    private static final String OBJECTIVE = "binary:logistic";
    private static final String BOOSTER = "gbtree";

    /** Decimals are kept as they are written, so that they become floats by one rounding only. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Writes 3.0 as {@code 3.0}: XGBoost refuses {@code 3} where it wrote a decimal. Nine digits survive a double. */
    private static final ObjectMapper REWRITING = new JsonMapper();

    private BoosterFile() {}

    /**
     * Reads a file.
     *
     * @param features columns that the rows will have
     * @throws IllegalArgumentException naming the file and what in it is not supported or not a model
     */
    static BoostedTrees read(Path file, int features) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the booster " + file, e);
        }
        try {
            return model(JSON.readTree(bytes), features);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the booster " + file, e);
        } catch (JsonFields.Refused e) {
            throw new IllegalArgumentException(file + " is refused: " + e.getMessage(), e);
        }
    }

    private static BoostedTrees model(JsonNode root, int features) {
        JsonNode learner = JsonFields.child(root, "learner");
        JsonNode parameters = JsonFields.child(learner, "learner_model_param");
        String objective = JsonFields.text(JsonFields.child(learner, "objective"), "name");
        if (!objective.equals(OBJECTIVE)) {
            throw new JsonFields.Refused("its objective is " + objective + ", supported is " + OBJECTIVE);
        }
        int classes = JsonFields.number(parameters, "num_class", 0);
        int targets = JsonFields.number(parameters, "num_target", 1);
        if (classes > 1 || targets > 1) {
            throw new JsonFields.Refused(
                    "it predicts " + Math.max(classes, targets) + " values a row, supported is one");
        }
        int columns = JsonFields.number(parameters, "num_feature", -1);
        if (columns != features) {
            throw new JsonFields.Refused("it was trained on " + columns + " features, the schema has " + features);
        }
        JsonNode booster = JsonFields.child(learner, "gradient_booster");
        String kind = JsonFields.text(booster, "name");
        if (!kind.equals(BOOSTER)) {
            throw new JsonFields.Refused("its booster is " + kind + ", supported is " + BOOSTER);
        }
        float base = BaseScore.margin(BaseScore.parse(JsonFields.text(parameters, "base_score")));
        return new BoostedTrees(base, features, trees(JsonFields.child(booster, "model"), features));
    }

    private static List<Tree> trees(JsonNode model, int features) {
        List<Tree> trees = new ArrayList<>();
        for (JsonNode tree : JsonFields.array(model, "trees")) {
            try {
                trees.add(TreeReader.read(tree, features));
            } catch (JsonFields.Refused e) {
                throw new JsonFields.Refused("tree " + trees.size() + ": " + e.getMessage());
            }
        }
        return trees;
    }

    /** Returns a booster's JSON without the trees after the first {@code count}. */
    static byte[] firstTrees(byte[] json, int count) {
        try {
            JsonNode root = REWRITING.readTree(json);
            ObjectNode model = (ObjectNode) root.at("/learner/gradient_booster/model");
            ((ObjectNode) JsonFields.child(model, "gbtree_model_param")).put("num_trees", Integer.toString(count));
            keep(JsonFields.array(model, "trees"), count);
            keep(JsonFields.array(model, "tree_info"), count);
            keep(JsonFields.array(model, "iteration_indptr"), count + 1);
            return REWRITING.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("XGBoost wrote a model that is not JSON", e);
        }
    }

    private static void keep(JsonNode array, int count) {
        for (int i = array.size() - 1; i >= count; i--) {
            ((ArrayNode) array).remove(i);
        }
    }
}
