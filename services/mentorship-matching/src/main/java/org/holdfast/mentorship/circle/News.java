package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.holdfast.mentorship.circle.Member.Part;
import org.holdfast.mentorship.notice.Notice;

/**
 * What the people of a circle should hear of it.
 */
final class News {

	private final Circle circle;

	private final Instant now;

	private News(Circle circle, Instant now) {
		this.circle = circle;
		this.now = now;
	}

	static List<Notice> of(Circle circle, Instant now) {
		News news = new News(circle, now);
		return Stream
			.concat(circle.members().all().stream().filter((member) -> !member.is("")).flatMap(news::forMember),
					news.forMoving())
			.distinct()
			.toList();
	}

	private Stream<Notice> forMember(Member member) {
		return switch (this.circle.state()) {
			case PROPOSED -> member.isInvited() ? asked(member) : Stream.empty();
			case ACTIVE -> switch (member.part()) {
				case INVITED -> asked(member);
				case IN -> Stream.concat(
						Circle.isNews(member.at(), this.now) ? notice(member, "circle-begun") : Stream.empty(),
						this.circle.expected().isEmpty() ? Stream.empty() : notice(member, "circle-merge-proposed"));
				case TAKEN_OUT -> ended(member, member.at());
				case DECLINED, LEFT -> Stream.empty();
			};
			case ENDED -> switch (member.part()) {
				case IN, INVITED -> ended(member);
				case TAKEN_OUT -> ended(member, member.at());
				case DECLINED, LEFT -> Stream.empty();
			};
		};
	}

	private Stream<Notice> asked(Member member) {
		return this.now.isBefore(this.circle.offer().remindAt()) ? notice(member, "circle-proposed")
				: Stream.concat(notice(member, "circle-proposed"), notice(member, "circle-reminder"));
	}

	/** Who goes on in another circle hears of that one. */
	private Stream<Notice> ended(Member member) {
		Circle.End end = this.circle.end();
		if (end == null || end.merged()) {
			return Stream.empty();
		}
		return (this.circle.hasBegun() && member.part() == Part.IN) ? ended(member, end.at())
				: Circle.isNews(end.at(), this.now) ? notice(member, "circle-lapsed") : Stream.empty();
	}

	private Stream<Notice> ended(Member member, Instant at) {
		return Circle.isNews(at, this.now) ? notice(member, "circle-ended") : Stream.empty();
	}

	private Stream<Notice> forMoving() {
		Rescue rescue = this.circle.rescue();
		return (rescue == null || !this.circle.isLiving()) ? Stream.empty()
				: rescue.moves()
					.stream()
					.filter((move) -> !move.agreed())
					.map((move) -> Notice.of(this.circle.id(), move.staffId(), "circle-merge-proposed"));
	}

	private Stream<Notice> notice(Member member, String subject) {
		return Stream.of(Notice.of(this.circle.id(), member.staffId(), subject));
	}

}
