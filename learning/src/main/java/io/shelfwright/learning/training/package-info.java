/** What training is made of: weights, the effect of a card's place, what is held out, and the search of settings. */
@NullMarked
package io.shelfwright.learning.training;

import org.jspecify.annotations.NullMarked;
