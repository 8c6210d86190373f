/**
 * What happened: finished pages and what users did, taken off the request's path into a durable log, and read again.
 *
 * <p>Internal to the engine: public types here may change with every release. The files of the log are not: their schemas
 * only grow, by fields with defaults.
 */
@NullMarked
package io.shelfwright.engine.experience;

import org.jspecify.annotations.NullMarked;
