/** Configuration: HOCON into validated records, all problems reported at once. */
@NullMarked
package io.shelfwright.engine.config;

import org.jspecify.annotations.NullMarked;
