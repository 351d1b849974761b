/**
 * The broker and the database in the same process, for agencies that want one program to
 * start and for every test: a real Kafka broker and a document database behind the real
 * wire protocols, both on disk, both bound to the loopback address.
 */
@NullMarked
package org.holdfast.embedded;

import org.jspecify.annotations.NullMarked;
