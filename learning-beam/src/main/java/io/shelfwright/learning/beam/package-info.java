/** The jobs of the learning loop on Apache Beam, run by Flink; never on the class path of what serves. */
@NullMarked
package io.shelfwright.learning.beam;

import org.jspecify.annotations.NullMarked;
