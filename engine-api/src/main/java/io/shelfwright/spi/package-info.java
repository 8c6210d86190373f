/**
 * What a plugin implements: one small interface for each kind, named factories, and the data they are given.
 *
 * <p>Implementations are called from many threads at once. The engine measures, bounds, checks and replaces them; an
 * implementation only does its one thing, and throws when it cannot.
 */
@NullMarked
package io.shelfwright.spi;

import org.jspecify.annotations.NullMarked;
