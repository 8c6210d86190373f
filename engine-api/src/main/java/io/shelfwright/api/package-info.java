/**
 * What a host calls: the engine, its requests, pages, interactions and errors.
 *
 * <p>All types are immutable and thread-safe unless they say otherwise.
 */
@NullMarked
package io.shelfwright.api;

import org.jspecify.annotations.NullMarked;
