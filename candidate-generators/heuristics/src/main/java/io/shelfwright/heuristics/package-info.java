/** Proposes by simple counts: popular, recent, related. */
@NullMarked
package io.shelfwright.heuristics;

import org.jspecify.annotations.NullMarked;
