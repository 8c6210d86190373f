/** Plugins of an engine that come as OSGi bundles. */
@NullMarked
package io.shelfwright.osgi;

import org.jspecify.annotations.NullMarked;
