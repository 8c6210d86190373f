/** Shelves into rows, cards into slots: the page packers, their certificate and their checks. */
@NullMarked
package io.shelfwright.engine.packing;

import org.jspecify.annotations.NullMarked;
