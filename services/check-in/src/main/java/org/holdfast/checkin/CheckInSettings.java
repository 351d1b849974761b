package org.holdfast.checkin;

import java.time.Duration;
import java.util.Base64;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an agency can set about its check-ins.
 *
 * @param pseudonymKey base64 of the 32 random bytes that pseudonyms are made with;
 * whoever changes it cuts every person off from their own history
 * @param minimumGroup the fewest people a published figure may stand for, stored with
 * each answer
 * @param commentGroup the fewest answers of a group whose comments are read, stored with
 * each comment; groups are made for ten, or for the smallest group of burnout-alert where
 * that is more
 * @param lateAnswers how long after its close a cycle still takes answers, for the
 * person's own history only
 * @param closingGrace how long after its close a cycle is counted, in real time: long
 * enough for every answer in time to be stored by whichever instance took it
 * @param answerBudget the longest that storing an answer may take once it is stamped;
 * with the clocks' difference between instances it must fit into the grace
 */
@Validated
@ConfigurationProperties("holdfast.check-in")
public record CheckInSettings(@DefaultValue("") String pseudonymKey, @DefaultValue("5") @Min(5) int minimumGroup,
		@DefaultValue("10") @Min(10) int commentGroup, @DefaultValue("7d") Duration lateAnswers,
		@DefaultValue("5s") Duration closingGrace, @DefaultValue("3s") Duration answerBudget) {

	private static final int KEY_BYTES = 32;

	public CheckInSettings {
		requireKey(pseudonymKey);
		if (!answerBudget.isPositive() || closingGrace.compareTo(answerBudget) <= 0) {
			throw new IllegalArgumentException(
					"holdfast.check-in.closing-grace must be longer than holdfast.check-in.answer-budget");
		}
	}

	/**
	 * The key itself.
	 * @return 32 bytes
	 */
	public byte[] pseudonymKeyBytes() {
		return Base64.getDecoder().decode(this.pseudonymKey);
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "CheckInSettings[minimumGroup=%d, commentGroup=%d, lateAnswers=%s, closingGrace=%s, answerBudget=%s]"
			.formatted(this.minimumGroup, this.commentGroup, this.lateAnswers, this.closingGrace, this.answerBudget);
	}

	private static void requireKey(String base64) {
		int bytes;
		try {
			bytes = Base64.getDecoder().decode(base64).length;
		}
		catch (IllegalArgumentException ex) {
			bytes = 0;
		}
		if (bytes != KEY_BYTES) {
			throw new IllegalArgumentException(
					"HOLDFAST_PSEUDONYM_KEY must be set to the base64 of 32 random bytes. Make one with 'openssl rand "
							+ "-base64 32', keep it secret and safe, and never change it.");
		}
	}

}
