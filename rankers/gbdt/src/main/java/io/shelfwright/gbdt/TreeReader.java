package io.shelfwright.gbdt;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one tree of a booster's JSON and proves that it is one. */
final class TreeReader {
    /** Deeper trees would overflow the stack of recursive walks, and no trainer makes them. */
    private static final int MAX_DEPTH = 512;

    private final Tree tree;
    private final int features;
    private final boolean[] seen;

    private TreeReader(Tree tree, int features) {
        this.tree = tree;
        this.features = features;
        seen = new boolean[tree.left().length];
    }

    static Tree read(JsonNode json, int features) {
        int nodes = JsonFields.array(json, "left_children").size();
        if (nodes == 0) {
            throw new JsonFields.Refused("it has no nodes");
        }
        if (JsonFields.number(JsonFields.child(json, "tree_param"), "size_leaf_vector", 1) > 1) {
            throw new JsonFields.Refused("its leaves hold several values, supported is one");
        }
        if (json.has("split_type")) {
            for (int type : JsonFields.ints(json, "split_type", nodes)) {
                if (type != 0) {
                    throw new JsonFields.Refused(
                            "it splits on categories; train with numeric features only, as `shelfwright learn` does");
                }
            }
        }
        int[] defaults = JsonFields.ints(json, "default_left", nodes);
        boolean[] defaultLeft = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            defaultLeft[node] = defaults[node] != 0;
        }
        Tree tree = new Tree(
                JsonFields.ints(json, "left_children", nodes),
                JsonFields.ints(json, "right_children", nodes),
                JsonFields.ints(json, "split_indices", nodes),
                JsonFields.floats(json, "split_conditions", nodes),
                defaultLeft,
                JsonFields.floats(json, "sum_hessian", nodes));
        new TreeReader(tree, features).check(0, 0);
        return tree;
    }

    /** Checks all that can be reached; nodes that pruning left behind are of no concern. */
    private void check(int node, int depth) {
        if (node < 0 || node >= seen.length) {
            throw new JsonFields.Refused("it points to node " + node + " of " + seen.length);
        }
        if (seen[node] || depth > MAX_DEPTH) {
            throw new JsonFields.Refused(
                    seen[node] ? "two ways lead to node " + node : "it is deeper than " + MAX_DEPTH);
        }
        seen[node] = true;
        if (tree.left()[node] < 0 && tree.right()[node] < 0) {
            return;
        }
        if (tree.feature()[node] < 0 || tree.feature()[node] >= features) {
            throw new JsonFields.Refused("node " + node + " tests feature " + tree.feature()[node] + " of " + features);
        }
        check(tree.left()[node], depth + 1);
        check(tree.right()[node], depth + 1);
    }
}
