/**
 * All of Holdfast in one JVM: a Kafka broker and a MongoDB server in process, then
 * identity, the four services and the gateway, each as the application it is when it runs
 * by itself, with its own port, settings and database.
 * {@link org.holdfast.standalone.Suite} shows and starts the whole.
 */
@NullMarked
package org.holdfast.standalone;

import org.jspecify.annotations.NullMarked;
