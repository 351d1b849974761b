/**
 * What the tests of every service share: the service whole on a real broker and database,
 * tokens that it trusts, and the contract samples.
 */
@NullMarked
package org.holdfast.defaults.test;

import org.jspecify.annotations.NullMarked;
