/**
 * Where plugins come from: sources that locate them, descriptors that are checked before any class is loaded, class loaders
 * that keep them apart, and the one way of loading them.
 */
@NullMarked
package io.shelfwright.engine.discovery;

import org.jspecify.annotations.NullMarked;
