package io.shelfwright.gbdt;

/**
 * Exact Shapley values of one tree's features for one row, with the training rows' ways through the tree as background.
 *
 * <p>Source: Lundberg, Erion, Lee, "Consistent Individualized Feature Attribution for Tree Ensembles", 2018, algorithm 2
 * (path-dependent). Takes leaves x depth squared steps instead of all subsets of features.
 */
final class TreeShap {
    private final Tree tree;
    private final float[] row;
    private final double[] contributions;

    private TreeShap(Tree tree, float[] row, double[] contributions) {
        this.tree = tree;
        this.row = row;
        this.contributions = contributions;
    }

    /**
     * Adds a tree's part to the contributions.
     *
     * @param contributions one a feature, and the expectation in the last place
     */
    static void add(Tree tree, float[] row, double[] contributions) {
        contributions[row.length] += expectation(tree, 0);
        if (!tree.isLeaf(0)) {
            new TreeShap(tree, row, contributions).descend(0, new Path(0), 1, 1, -1);
        }
    }

    private static double expectation(Tree tree, int node) {
        if (tree.isLeaf(node)) {
            return tree.value()[node];
        }
        double left = leftShare(tree, node);
        return left * expectation(tree, tree.left()[node]) + (1 - left) * expectation(tree, tree.right()[node]);
    }

    /** Returns the share of training rows at a node that went left. */
    private static double leftShare(Tree tree, int node) {
        double left = tree.cover()[tree.left()[node]];
        double right = tree.cover()[tree.right()[node]];
        return left + right > 0 ? left / (left + right) : 0.5;
    }

    private void descend(int node, Path parent, double zeroShare, double oneShare, int feature) {
        if (zeroShare == 0 && oneShare == 0) {
            // Neither this row nor any training row comes here.
            return;
        }
        Path path = parent.extended(zeroShare, oneShare, feature);
        if (tree.isLeaf(node)) {
            for (int i = 1; i < path.length; i++) {
                contributions[path.feature[i]] +=
                        path.unwoundSum(i) * (path.oneShare[i] - path.zeroShare[i]) * tree.value()[node];
            }
            return;
        }
        int split = tree.feature()[node];
        int taken = tree.next(node, row[split]);
        double incomingZero = 1;
        double incomingOne = 1;
        int earlier = path.find(split);
        if (earlier > 0) {
            incomingZero = path.zeroShare[earlier];
            incomingOne = path.oneShare[earlier];
            path.unwind(earlier);
        }
        double left = leftShare(tree, node);
        double takenShare = taken == tree.left()[node] ? left : 1 - left;
        int other = taken == tree.left()[node] ? tree.right()[node] : tree.left()[node];
        descend(taken, path, incomingZero * takenShare, incomingOne, split);
        descend(other, path, incomingZero * (1 - takenShare), 0, split);
    }

    /**
     * The different features on a way from the root, each with the share of ways that stay on it when the feature is
     * unknown (zero) or known (one), and the weights of all subsets of them by size. Place 0 stands for the root.
     */
    private static final class Path {
        private int length;
        private final int[] feature;
        private final double[] zeroShare;
        private final double[] oneShare;
        private final double[] weight;

        Path(int capacity) {
            feature = new int[capacity];
            zeroShare = new double[capacity];
            oneShare = new double[capacity];
            weight = new double[capacity];
        }

        Path extended(double zero, double one, int newFeature) {
            Path path = new Path(length + 1);
            System.arraycopy(feature, 0, path.feature, 0, length);
            System.arraycopy(zeroShare, 0, path.zeroShare, 0, length);
            System.arraycopy(oneShare, 0, path.oneShare, 0, length);
            System.arraycopy(weight, 0, path.weight, 0, length);
            path.length = length + 1;
            path.feature[length] = newFeature;
            path.zeroShare[length] = zero;
            path.oneShare[length] = one;
            path.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                path.weight[i + 1] += one * path.weight[i] * (i + 1) / (length + 1);
                path.weight[i] = zero * path.weight[i] * (length - i) / (length + 1);
            }
            return path;
        }

        int find(int wanted) {
            for (int i = 1; i < length; i++) {
                if (feature[i] == wanted) {
                    return i;
                }
            }
            return -1;
        }

        /** Undoes the extension by one place. */
        void unwind(int place) {
            int last = length - 1;
            double one = oneShare[place];
            double zero = zeroShare[place];
            double next = weight[last];
            for (int i = last - 1; i >= 0; i--) {
                if (one != 0) {
                    double old = weight[i];
                    weight[i] = next * length / ((i + 1) * one);
                    next = old - weight[i] * zero * (last - i) / length;
                } else {
                    weight[i] = weight[i] * length / (zero * (last - i));
                }
            }
            for (int i = place; i < last; i++) {
                feature[i] = feature[i + 1];
                zeroShare[i] = zeroShare[i + 1];
                oneShare[i] = oneShare[i + 1];
            }
            length--;
        }

        /** Returns the sum of weights there would be without one place. */
        double unwoundSum(int place) {
            int last = length - 1;
            double one = oneShare[place];
            double zero = zeroShare[place];
            double next = weight[last];
            double total = 0;
            for (int i = last - 1; i >= 0; i--) {
                if (one != 0) {
                    double unwound = next * length / ((i + 1) * one);
                    total += unwound;
                    next = weight[i] - unwound * zero * (last - i) / length;
                } else if (zero != 0) {
                    total += weight[i] * length / (zero * (last - i));
                }
            }
            return total;
        }
    }
}
