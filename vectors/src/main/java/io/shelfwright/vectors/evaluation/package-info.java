/** Judges recommenders on items that were held out, and chooses settings without looking at the test. */
@NullMarked
package io.shelfwright.vectors.evaluation;

import org.jspecify.annotations.NullMarked;
