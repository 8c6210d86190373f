/** The plugin {@code quiet-hours}. */
@NullMarked
package com.example.quiethours;

import org.jspecify.annotations.NullMarked;
