/** Imports Apple Podcasts shows. */
@NullMarked
package io.shelfwright.sample.data.podcasts;

import org.jspecify.annotations.NullMarked;
