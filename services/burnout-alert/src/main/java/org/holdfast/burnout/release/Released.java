package org.holdfast.burnout.release;

import java.util.List;

/**
 * What is told of a release to whoever keeps people's comments: within which groups they
 * may be read. It says nothing about how many are in them.
 */
record Released(String cycleId, List<Release.CommentGroup> commentGroups) {

	static final String TOPIC = "burnout-alert.released";

}
