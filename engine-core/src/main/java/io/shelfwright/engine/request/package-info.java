/** The ground floor: what travels with a request through the stages. */
@NullMarked
package io.shelfwright.engine.request;

import org.jspecify.annotations.NullMarked;
