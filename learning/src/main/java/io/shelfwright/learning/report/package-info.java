/** What a step of the loop reports: its findings, or why it refuses to go on. */
@NullMarked
package io.shelfwright.learning.report;

import org.jspecify.annotations.NullMarked;
