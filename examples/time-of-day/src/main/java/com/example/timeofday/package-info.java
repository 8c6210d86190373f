/** The plugin {@code time-of-day}. */
@NullMarked
package com.example.timeofday;

import org.jspecify.annotations.NullMarked;
