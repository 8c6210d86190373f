/** The doorman: versioned bundles of catalog and models, published and swapped as one. */
@NullMarked
package io.shelfwright.engine.snapshots;

import org.jspecify.annotations.NullMarked;
