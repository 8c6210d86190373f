/** Tables to validate, whatever they were read from. */
@NullMarked
package io.shelfwright.learning.validation.table;

import org.jspecify.annotations.NullMarked;
