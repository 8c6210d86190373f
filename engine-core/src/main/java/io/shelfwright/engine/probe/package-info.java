/** A small made-up world in which every feature has values to compare: does the transform still give what it gave? */
@NullMarked
package io.shelfwright.engine.probe;

import org.jspecify.annotations.NullMarked;
