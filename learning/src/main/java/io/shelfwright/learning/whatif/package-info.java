/** What a changed configuration, rule or model would have earned on logged pages. */
@NullMarked
package io.shelfwright.learning.whatif;

import org.jspecify.annotations.NullMarked;
