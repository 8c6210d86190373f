/** A small invented world for the demo; nothing in it is real data. */
@NullMarked
package io.shelfwright.sample.data.synthetic;

import org.jspecify.annotations.NullMarked;
