/** Simulated listeners, who react to pages by what the engine was not shown of their listening. */
@NullMarked
package io.shelfwright.sample.simulate;

import org.jspecify.annotations.NullMarked;
