/** Contract tests that a plugin author extends, and a host to run a plugin in. */
@NullMarked
package io.shelfwright.testkit;

import org.jspecify.annotations.NullMarked;
