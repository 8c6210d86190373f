/** Compares data with its schema and with other data. */
@NullMarked
package io.shelfwright.learning.validation.check;

import org.jspecify.annotations.NullMarked;
