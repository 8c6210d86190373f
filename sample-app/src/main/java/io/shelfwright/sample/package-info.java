/** The demo: command line and web page. */
@NullMarked
package io.shelfwright.sample;

import org.jspecify.annotations.NullMarked;
