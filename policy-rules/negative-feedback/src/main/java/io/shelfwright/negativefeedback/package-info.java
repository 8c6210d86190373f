/** Makes a dislike effective on the very next page. */
@NullMarked
package io.shelfwright.negativefeedback;

import org.jspecify.annotations.NullMarked;
