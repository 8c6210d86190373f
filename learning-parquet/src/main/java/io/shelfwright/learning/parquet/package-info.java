/** Datasets of the learning loop in Parquet files. */
@NullMarked
package io.shelfwright.learning.parquet;

import org.jspecify.annotations.NullMarked;
