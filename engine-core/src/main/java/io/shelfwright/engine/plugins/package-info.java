/** Discovery of plugins, their instances, and the one guard around every call into them. */
@NullMarked
package io.shelfwright.engine.plugins;

import org.jspecify.annotations.NullMarked;
