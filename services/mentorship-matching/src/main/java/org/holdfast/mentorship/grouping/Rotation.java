package org.holdfast.mentorship.grouping;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whose turn it is to lead a meeting: the member's who has waited longest since they led
 * or joined. So between two turns of one member everybody else has one who was there all
 * the time, and in any run of meetings the turns of those who were there throughout
 * differ by one at most, whoever came and went.
 */
public final class Rotation {

	/** Instead of a member. */
	public static final int NOBODY = -1;

	private Rotation() {
	}

	/**
	 * Returns who leads a meeting.
	 * @param joined the first meeting of each member, from 0, in the order they joined
	 * @param left the first meeting each is no longer there; {@link Integer#MAX_VALUE}
	 * where they stay
	 * @param meeting from 0
	 * @return a member's place in that order, or {@link #NOBODY} if nobody is there
	 */
	public static int turn(int[] joined, int[] left, int meeting) {
		if (joined.length != left.length) {
			throw new IllegalArgumentException("Each member has joined and will have left");
		}
		Deque<Integer> queue = new ArrayDeque<>();
		int next = 0;
		int turn = NOBODY;
		for (int now = 0; now <= meeting; now++) {
			while (next < joined.length && joined[next] <= now) {
				queue.add(next++);
			}
			int at = now;
			queue.removeIf((member) -> left[member] <= at);
			turn = queue.isEmpty() ? NOBODY : queue.remove();
			if (turn != NOBODY) {
				queue.add(turn);
			}
		}
		return turn;
	}

}
