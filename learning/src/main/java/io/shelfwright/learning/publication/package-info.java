/** Which models there are, what they are called, and what they were made from. */
@NullMarked
package io.shelfwright.learning.publication;

import org.jspecify.annotations.NullMarked;
