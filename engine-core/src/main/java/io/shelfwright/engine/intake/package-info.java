/** First stage: user state, context and the clock, fixed once. */
@NullMarked
package io.shelfwright.engine.intake;

import org.jspecify.annotations.NullMarked;
