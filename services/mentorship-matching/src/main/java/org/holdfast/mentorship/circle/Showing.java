package org.holdfast.mentorship.circle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.mentorship.circle.Circle.State;
import org.holdfast.mentorship.circle.Rescue.Move;
import org.holdfast.mentorship.circle.peers.Common;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.circle.peers.Peer;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows circles, to each only what they should see: names to who belongs to one or is
 * asked to; none to who could join; members to HR once it has begun.
 */
@Component
class Showing {

	private static final int MEETINGS = 3;

	private final Circles circles;

	private final Directory directory;

	private final Clock clock;

	Showing(Circles circles, Directory directory, Clock clock) {
		this.circles = circles;
		this.directory = directory;
		this.clock = clock;
	}

	/** Whether somebody should find a circle among theirs. */
	boolean isFor(Circle circle, String staffId) {
		Instant now = this.clock.instant();
		return circle.member(staffId).filter((member) -> switch (member.part()) {
			case INVITED, IN -> circle.state() != State.ENDED || (circle.hasBegun() && member.isIn())
					|| (circle.end() != null && Circle.isNews(circle.end().at(), now));
			case TAKEN_OUT -> Circle.isNews(member.at(), now);
			case DECLINED, LEFT -> false;
		}).isPresent();
	}

	/** A circle from the side of one who belongs to it, or did. */
	OwnCircle own(Circle circle, String staffId) {
		Member member = circle.member(staffId).orElseThrow();
		boolean present = member.counts() && circle.state() != State.ENDED;
		boolean accepted = member.isIn();
		List<String> names = !member.counts() ? List.of() : switch (circle.state()) {
			// who said what is not to be seen before it begins
			case PROPOSED -> circle.proposedTo();
			case ACTIVE -> circle.memberIds();
			case ENDED -> (circle.hasBegun() && accepted) ? circle.memberIds() : List.of();
		};
		Common common = common(present ? names : List.of());
		return new OwnCircle(circle.id(), circle.kind(), state(circle, member),
				(present && !(circle.isLiving() && accepted)) ? circle.offer().answerBy() : null, accepted,
				circle.since(), names.stream().map(this::person).toList(), common.languages(), common.topics(),
				circle.plan().halfDay(), circle.plan().rhythmDays(),
				(present && circle.isLiving()) ? meetings(circle) : List.of(),
				(present && accepted) ? merging(circle, staffId).orElse(null) : null);
	}

	private static String state(Circle circle, Member member) {
		return switch (member.part()) {
			case DECLINED, LEFT -> "left";
			case TAKEN_OUT -> "ended";
			case INVITED -> (circle.state() == State.ENDED) ? "lapsed" : "proposed";
			case IN -> switch (circle.state()) {
				case PROPOSED -> "proposed";
				case ACTIVE -> "active";
				case ENDED -> circle.hasBegun() ? "ended" : "lapsed";
			};
		};
	}

	private List<CircleMeeting> meetings(Circle circle) {
		int next = circle.next(this.clock.instant());
		return IntStream.range(next, next + MEETINGS)
			.mapToObj((number) -> new CircleMeeting(circle.plan().date(number),
					circle.members().facilitator(number).map(this::person).orElse(null)))
			.toList();
	}

	private Optional<CircleMerging> merging(Circle circle, String staffId) {
		Rescue rescue = circle.rescue();
		if (rescue != null) {
			Optional<Move> move = rescue.move(staffId);
			return Optional.of(new CircleMerging(rescue.answerBy(), move.filter((each) -> !each.agreed()).isEmpty(),
					null, move.flatMap((each) -> this.circles.circle(each.circleId())).map(this::open).orElse(null)));
		}
		return circle.expected().isEmpty() ? Optional.empty()
				: this.circles.comingTo(circle)
					.stream()
					.flatMap((other) -> Optional.ofNullable(other.rescue()).stream())
					.findFirst()
					.map((coming) -> new CircleMerging(coming.answerBy(), true, circle.expected().size(), null));
	}

	/** A circle for somebody who could be in it: nobody in it is named. */
	OpenCircle open(Circle circle) {
		return new OpenCircle(circle.id(), circle.kind(), common(circle.memberIds()).topics(), circle.plan().halfDay(),
				circle.plan().rhythmDays(), band(circle.memberIds().size()));
	}

	private static String band(int size) {
		return (size < 5) ? "1-4" : (size < 7) ? "5-6" : "7-8";
	}

	/** A circle as HR sees it. */
	CircleOverview overview(Circle circle) {
		return new CircleOverview(circle.id(), circle.kind(), switch (circle.state()) {
			case PROPOSED -> "proposed";
			case ACTIVE -> "active";
			case ENDED -> "ended";
		}, circle.since(), circle.hasBegun() ? circle.memberIds().stream().map(this::person).toList() : List.of());
	}

	private Common common(Collection<String> staffIds) {
		return Common.of(staffIds.stream()
			.flatMap((staffId) -> this.directory.colleague(staffId).stream())
			.map((colleague) -> Peer.free(colleague, false))
			.toList());
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	/** A circle of one's own. */
	record OwnCircle(String circleId, Kind kind,
			@Schema(description = "proposed, active, ended, left by oneself, or lapsed: came to nothing") String state,
			@Schema(description = "until when a proposal waits for the answers") @Nullable Instant answerBy,
			@Schema(description = "whether I have said yes") boolean accepted,
			@Schema(description = "when it began") @Nullable Instant since,
			@Schema(description = "everybody it is proposed to, and once it has begun, who is in it") List<Person> members,
			List<String> languages, List<String> topics,
			@Schema(description = "of the week, such as tue-pm") String halfDay,
			@Schema(description = "from one meeting to the next") int rhythmDays,
			@Schema(description = "the next ones") List<CircleMeeting> meetings, @Nullable CircleMerging merging) {
	}

	/** When they meet, and whose turn it is to lead. */
	record CircleMeeting(LocalDate on,
			@Schema(description = "null if it would have been somebody who was erased") @Nullable Person facilitator) {
	}

	/** What is proposed as a circle has too few members. */
	record CircleMerging(Instant answerBy,
			@Schema(description = "whether nothing more is asked of me; I can still say no") boolean agreed,
			@Schema(description = "how many would come to my circle; null where mine is the small one") @Nullable Integer coming,
			@Schema(description = "where I would go on; null where others would come, or no place is found: then it ends unless others join") @Nullable OpenCircle into) {
	}

	/** A circle that one could be in. */
	record OpenCircle(String circleId, Kind kind, List<String> topics, String halfDay, int rhythmDays,
			@Schema(description = "how many are in it: 1-4, 5-6 or 7-8") String size) {
	}

	/** A circle as HR sees it. */
	record CircleOverview(String circleId, Kind kind, @Schema(description = "proposed, active or ended") String state,
			@Nullable Instant since,
			@Schema(description = "none before it begins: what people answer is theirs") List<Person> members) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
