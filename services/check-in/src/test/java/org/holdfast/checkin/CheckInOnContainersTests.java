package org.holdfast.checkin;

import org.holdfast.defaults.test.OnContainers;

/**
 * The whole service once more, on the images that production runs.
 */
@OnContainers
class CheckInOnContainersTests extends CheckInApplicationTests {

}
