package org.holdfast.profile;

import org.holdfast.defaults.test.OnContainers;

/**
 * The same on the images of Apache Kafka and MongoDB.
 */
@OnContainers
class ProfileOnContainersTests extends ProfileApplicationTests {

}
