/** Makes projects of new plugins, from the files of the Maven archetype. */
@NullMarked
package io.shelfwright.sample.scaffold;

import org.jspecify.annotations.NullMarked;
