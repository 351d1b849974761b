package org.holdfast.burnout;

import org.holdfast.defaults.test.OnContainers;

/**
 * The whole service once more, on the images that production runs.
 */
@OnContainers
class BurnoutAlertOnContainersTests extends BurnoutAlertApplicationTests {

}
