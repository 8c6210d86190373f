/** What goes on around a reload: which plugins change, who drains, who leaks, and who asks for one. */
@NullMarked
package io.shelfwright.engine.reload;

import org.jspecify.annotations.NullMarked;
