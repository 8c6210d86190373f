/** A surface beside the home page. */
@NullMarked
package com.example.weekly;

import org.jspecify.annotations.NullMarked;
