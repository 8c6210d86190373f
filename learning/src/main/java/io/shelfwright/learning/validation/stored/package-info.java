/** Statistics of datasets on disk, as a job that threads or a cluster run. */
@NullMarked
package io.shelfwright.learning.validation.stored;

import org.jspecify.annotations.NullMarked;
