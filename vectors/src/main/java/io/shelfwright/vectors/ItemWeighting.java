package io.shelfwright.vectors;

/** How much a pair counts in the likeness of items; users are the terms, items the documents. */
public enum ItemWeighting {
    /** Every pair counts 1. */
    COSINE,
    /** Users of many items count less: {@code ln(|I| / n_u)}. */
    TF_IDF,
    /**
     * As {@link #TF_IDF}, and pairs of items with many users count less: {@code idf (k + 1) / (k (1 - b + b l / L) + 1)}, l the
     * item's users, L their mean, k 1.2, b 0.75 (Robertson et al. 1994).
     */
    BM25;

    private static final double K = 1.2;
    private static final double B = 0.75;

    double of(int itemsOfUser, int items, int usersOfItem, double meanUsers) {
        double idf = StrictMath.log((items + 1.0) / itemsOfUser);
        return switch (this) {
            case COSINE -> 1;
            case TF_IDF -> idf;
            case BM25 -> idf * (K + 1) / (K * (1 - B + B * usersOfItem / meanUsers) + 1);
        };
    }
}
