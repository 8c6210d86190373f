/** Second stage: generators propose, in parallel, within a deadline. */
@NullMarked
package io.shelfwright.engine.recall;

import org.jspecify.annotations.NullMarked;
