/**
 * Fakes and a seeded synthetic world for the tests of plugin authors.
 *
 * <p>Everything is built in the plainest way from what a test states, and nothing reads a clock or an unseeded source of
 * randomness.
 */
@NullMarked
package io.shelfwright.testkit;

import org.jspecify.annotations.NullMarked;
