/** Helps users and items about which little is known. */
@NullMarked
package io.shelfwright.coldstart;

import org.jspecify.annotations.NullMarked;
