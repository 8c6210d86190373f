/**
 * The web demo: a server-rendered home page that works without scripts and is nicer with them.
 *
 * <p>It talks to the engine through {@link io.shelfwright.api.HomeEngine} alone, as any host would.
 */
@NullMarked
package io.shelfwright.sample.web;

import org.jspecify.annotations.NullMarked;
