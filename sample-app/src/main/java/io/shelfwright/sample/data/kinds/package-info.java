/** The kinds of input by name. */
@NullMarked
package io.shelfwright.sample.data.kinds;

import org.jspecify.annotations.NullMarked;
