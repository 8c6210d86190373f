/** Off-policy evaluation: what another policy would have earned on logged rounds and slates. */
@NullMarked
package io.shelfwright.learning.offpolicy;

import org.jspecify.annotations.NullMarked;
