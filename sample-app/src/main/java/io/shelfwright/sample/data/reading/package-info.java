/** Reads input files row by row; a bad row is counted and kept out, a bad file is one clear error. */
@NullMarked
package io.shelfwright.sample.data.reading;

import org.jspecify.annotations.NullMarked;
