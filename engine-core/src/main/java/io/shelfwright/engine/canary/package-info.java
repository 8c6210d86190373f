/** A candidate snapshot on a share of the users, and what ends its trial. */
@NullMarked
package io.shelfwright.engine.canary;

import org.jspecify.annotations.NullMarked;
