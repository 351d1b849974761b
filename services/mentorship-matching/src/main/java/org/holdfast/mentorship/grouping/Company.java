package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether there are enough others for somebody to be in a group with: others who are not
 * kept apart from them and have the same of everything with them, somebody experienced
 * among all. The others need not get on with each other, so where there is company there
 * may still be no group, but without there is none.
 */
final class Company {

	private final Gathering gathering;

	private final BitSet among;

	/** For each thing to have in common, who has each bit of it. */
	private final List<BitSet[]> having = new ArrayList<>();

	/**
	 * Looks for company.
	 * @param among these people, and it stays true when they change
	 */
	Company(Gathering gathering, BitSet among) {
		this.gathering = gathering;
		this.among = among;
		for (int which = 0; which < gathering.commonThings(); which++) {
			BitSet[] having = new BitSet[Long.SIZE];
			for (int bit = 0; bit < Long.SIZE; bit++) {
				having[bit] = new BitSet();
				for (int person = 0; person < gathering.people(); person++) {
					having[bit].set(person, (gathering.has(person, which) >>> bit & 1) != 0);
				}
			}
			this.having.add(having);
		}
	}

	boolean isThereFor(int person) {
		return isThereFor(person, null);
	}

	/** Returns whether there would be if it were not for a rule. */
	boolean wouldBeThereFor(int person, Rule lifted) {
		return isThereFor(person, lifted);
	}

	private boolean isThereFor(int person, @Nullable Rule lifted) {
		BitSet company = (BitSet) this.among.clone();
		if (!(lifted instanceof Rule.Apart)) {
			company.andNot(this.gathering.apart(person));
		}
		return isThereFor(person, lifted, company, 0);
	}

	private boolean isThereFor(int person, @Nullable Rule lifted, BitSet company, int which) {
		if (company.cardinality() < this.gathering.size().min()) {
			return false;
		}
		if (which == this.having.size()) {
			return lifted instanceof Rule.Experienced || company.stream().anyMatch(this.gathering::experienced);
		}
		if (new Rule.InCommon(which).equals(lifted)) {
			return isThereFor(person, lifted, company, which + 1);
		}
		for (long rest = this.gathering.has(person, which); rest != 0; rest &= rest - 1) {
			BitSet sharing = (BitSet) company.clone();
			sharing.and(this.having.get(which)[Long.numberOfTrailingZeros(rest)]);
			if (isThereFor(person, lifted, sharing, which + 1)) {
				return true;
			}
		}
		return false;
	}

}
