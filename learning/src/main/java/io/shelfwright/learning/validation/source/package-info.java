/** Tables made of the experience log. */
@NullMarked
package io.shelfwright.learning.validation.source;

import org.jspecify.annotations.NullMarked;
