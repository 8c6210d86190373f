/**
 * What is known of users: where it is kept, how it is folded into one state, and how that state is cached.
 *
 * <p>Internal to the engine: public types here may change with every release.
 */
@NullMarked
package io.shelfwright.engine.userstate;

import org.jspecify.annotations.NullMarked;
