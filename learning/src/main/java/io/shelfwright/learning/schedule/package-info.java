/** When learning runs by itself, how runs follow each other, and how they are stopped. */
@NullMarked
package io.shelfwright.learning.schedule;

import org.jspecify.annotations.NullMarked;
