/** The data directory: what was imported, kept by source and joined when it is read. */
@NullMarked
package io.shelfwright.sample.data;

import org.jspecify.annotations.NullMarked;
