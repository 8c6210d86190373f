/** The plugin {@code csv-weights}. */
@NullMarked
package com.example.csvweights;

import org.jspecify.annotations.NullMarked;
