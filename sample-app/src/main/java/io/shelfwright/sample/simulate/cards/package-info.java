/** The carousel problem: which cards to show in a row of slots, learned from what listeners stream. */
@NullMarked
package io.shelfwright.sample.simulate.cards;

import org.jspecify.annotations.NullMarked;
