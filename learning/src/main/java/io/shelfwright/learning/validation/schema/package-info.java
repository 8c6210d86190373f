/** What a data set has to look like, as a text that is reviewed. */
@NullMarked
package io.shelfwright.learning.validation.schema;

import org.jspecify.annotations.NullMarked;
