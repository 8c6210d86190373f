/** Proposes podcast shows. */
@NullMarked
package io.shelfwright.podcasts;

import org.jspecify.annotations.NullMarked;
