package org.holdfast.checkin;

import java.util.function.Consumer;

import org.holdfast.checkin.comment.CommentGroups;
import org.holdfast.checkin.comment.Released;
import org.holdfast.checkin.people.CrossCutChanged;
import org.holdfast.checkin.people.CrossCuts;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.StaffChanged;
import org.holdfast.checkin.people.UnitChanged;
import org.holdfast.checkin.people.Units;
import org.holdfast.checkin.support.MatchChanged;
import org.holdfast.checkin.support.Mentoring;
import org.holdfast.checkin.warning.Warned;
import org.holdfast.checkin.warning.Warnings;
import org.holdfast.defaults.inbox.EventReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Binds topics to what they change.
 */
@Configuration(proxyBeanMethods = false)
class Messaging {

	@Bean
	Consumer<Message<byte[]>> staffChanged(EventReader reader, Participants participants) {
		return reader.of("profile.staff", StaffChanged.class, participants::on);
	}

	@Bean
	Consumer<Message<byte[]>> unitChanged(EventReader reader, Units units) {
		return reader.of("profile.units", UnitChanged.class, units::on);
	}

	@Bean
	Consumer<Message<byte[]>> matchChanged(EventReader reader, Mentoring mentoring) {
		return reader.of("mentorship.match", MatchChanged.class, mentoring::on);
	}

	@Bean
	Consumer<Message<byte[]>> warned(EventReader reader, Warnings warnings) {
		return reader.of("burnout-alert.warned", Warned.class, warnings::on);
	}

	@Bean
	Consumer<Message<byte[]>> released(EventReader reader, CommentGroups groups) {
		return reader.of("burnout-alert.released", Released.class, groups::on);
	}

	@Bean
	Consumer<Message<byte[]>> crossCutChanged(EventReader reader, CrossCuts crossCuts) {
		return reader.of("burnout-alert.cross-cut", CrossCutChanged.class, crossCuts::on);
	}

}
