/** The engine: one package per stage, in the order a request travels. */
@NullMarked
package io.shelfwright.engine;

import org.jspecify.annotations.NullMarked;
