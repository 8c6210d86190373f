/** Fourth stage: one transform from candidates to rows. */
@NullMarked
package io.shelfwright.engine.features;

import org.jspecify.annotations.NullMarked;
