/** Data validation: how far two distributions of a feature lie apart. */
@NullMarked
package io.shelfwright.learning.validation;

import org.jspecify.annotations.NullMarked;
