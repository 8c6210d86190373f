/** Plugin instances that are wired by Guice, each in an injector of its own. */
@NullMarked
package io.shelfwright.guice;

import org.jspecify.annotations.NullMarked;
