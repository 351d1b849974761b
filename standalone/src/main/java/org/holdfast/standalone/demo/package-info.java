/**
 * The demo agency: invented people whose half year is played through the same HTTP API
 * that any client uses.
 */
@NullMarked
package org.holdfast.standalone.demo;

import org.jspecify.annotations.NullMarked;
