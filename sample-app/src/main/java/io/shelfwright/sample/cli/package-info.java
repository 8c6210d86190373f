/** The command line: one class a verb. */
@NullMarked
package io.shelfwright.sample.cli;

import org.jspecify.annotations.NullMarked;
