/** Tells people of findings. */
@NullMarked
package io.shelfwright.learning.validation.alert;

import org.jspecify.annotations.NullMarked;
