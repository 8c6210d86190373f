/** One snapshot brought to life: its catalog and the plugin instances made from it, swapped as one. */
@NullMarked
package io.shelfwright.engine.generation;

import org.jspecify.annotations.NullMarked;
