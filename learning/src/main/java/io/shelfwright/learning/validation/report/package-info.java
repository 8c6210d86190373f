/** What a validation found. */
@NullMarked
package io.shelfwright.learning.validation.report;

import org.jspecify.annotations.NullMarked;
