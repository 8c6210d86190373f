package io.shelfwright.gbdt;

import java.util.List;

/**
 * A model for log-odds: the sum of a base and the leaves a row falls into, added up in the order of the trees.
 *
 * @param baseMargin log-odds before the first tree
 * @param features number of columns of a row
 * @param trees in the order in which they were learned
 */
record BoostedTrees(float baseMargin, int features, List<Tree> trees) {
    BoostedTrees {
        trees = List.copyOf(trees);
    }
}
