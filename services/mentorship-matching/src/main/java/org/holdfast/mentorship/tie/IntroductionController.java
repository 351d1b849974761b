package org.holdfast.mentorship.tie;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.report.Band;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets people ask for somebody who knows about a topic, and answer when they are asked.
 */
@RestController
@UsualProblems
@RequestMapping("/me/introductions")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Introductions", description = "To meet a colleague of another unit who knows about a topic")
class IntroductionController {

	private static final int LONGEST = 100;

	private final Introductions introductions;

	private final Directory directory;

	IntroductionController(Introductions introductions, Directory directory) {
		this.introductions = introductions;
		this.directory = directory;
	}

	@GetMapping
	@Operation(summary = "What I asked for, and what I am asked, newest first",
			description = "With a topic, also about how many colleagues know about it and can be asked, never who. "
					+ "Of whom asks for me I see the topic, and the name once I have said yes.")
	@ApiResponse(responseCode = "200", description = "Empty lists if there is nothing")
	OwnIntroductions mine(Caller caller, @Parameter(description = "a topic or skill as in profiles") @RequestParam(
			required = false) @Nullable String topic) {
		List<Introduction> all = this.introductions.of(caller.staffId())
			.stream()
			.sorted(Comparator.comparing(Introduction::at).thenComparing(Introduction::id).reversed())
			.toList();
		return new OwnIntroductions((topic != null) ? Band.ofPeople(this.introductions.know(topic)) : null,
				all.stream()
					.filter((each) -> each.askerId().equals(caller.staffId()))
					.map((each) -> view(each, caller.staffId()))
					.toList(),
				all.stream()
					.filter((each) -> caller.staffId().equals(each.askedNow())
							|| caller.staffId().equals(each.madeWith()))
					.map((each) -> view(each, caller.staffId()))
					.toList());
	}

	@PutMapping("/{introductionId}")
	@Operation(summary = "Ask for somebody who knows about a topic",
			description = "The caller makes up the id, a UUID, so that it can be repeated. One colleague of another unit after the other is asked, "
					+ "three at most, each for seven days; whether somebody said no is not told.")
	@ApiResponse(responseCode = "200", description = "Asked; nobodyFound at once if there is nobody to ask")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or no topic")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or not to be asked oneself")
	@ApiResponse(responseCode = "409", description = "Two are open already, or the id is that of another one")
	OwnIntroduction ask(Caller caller, @PathVariable String introductionId, @Valid @RequestBody Asking asking) {
		return view(this.introductions.ask(caller.staffId(), MadeUp.id(introductionId), asking.topic()),
				caller.staffId());
	}

	@PutMapping("/{introductionId}/answer")
	@Operation(summary = "Say whether I want to be introduced",
			description = "A yes shows both each other's name; a no is told to nobody.")
	@ApiResponse(responseCode = "200", description = "Answered; repeating it changes nothing")
	@ApiResponse(responseCode = "400", description = "No answer")
	@ApiResponse(responseCode = "404", description = "Not asked for that")
	@ApiResponse(responseCode = "409", description = "It is over: seven days have gone by, or it was taken back")
	OwnIntroduction answer(Caller caller, @PathVariable String introductionId, @Valid @RequestBody Answer answer) {
		return view(this.introductions.answer(caller.staffId(), introductionId, answer.yes()), caller.staffId());
	}

	private OwnIntroduction view(Introduction introduction, String staffId) {
		boolean own = introduction.askerId().equals(staffId);
		String with = introduction.madeWith();
		Person other = (with == null) ? null
				: own ? person(with) : staffId.equals(with) ? person(introduction.askerId()) : null;
		boolean concerned = own || other != null || staffId.equals(introduction.askedNow());
		return new OwnIntroduction(introduction.id(), introduction.topic(), own ? introduction.at() : null,
				concerned ? introduction.state().name() : "passed", own ? null : introduction.answerBy(), other);
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	record Asking(
			@Schema(description = "a topic or skill as in profiles") @NotBlank @Size(max = LONGEST) String topic) {

	}

	record Answer(@NotNull Boolean yes) {

	}

	/** What a person asked for and is asked. */
	record OwnIntroductions(@Schema(
			description = "about how many colleagues know about the topic and can be asked; null without a topic") @Nullable Band about,
			List<OwnIntroduction> mine, List<OwnIntroduction> ofMe) {
	}

	/** An introduction from the side of one of the two. */
	record OwnIntroduction(String introductionId, String topic,
			@Schema(description = "when I asked; null where I am asked") @Nullable Instant at,
			@Schema(description = "looking, made or nobodyFound; passed after my own no") String state,
			@Schema(description = "until when I can answer where I am asked") @Nullable Instant answerBy,
			@Schema(description = "the other one, once both said yes") @Nullable Person with) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
