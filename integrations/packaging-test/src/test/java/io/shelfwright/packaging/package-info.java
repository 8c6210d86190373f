/** Tries the finished jars as those who use them would. */
@NullMarked
package io.shelfwright.packaging;

import org.jspecify.annotations.NullMarked;
