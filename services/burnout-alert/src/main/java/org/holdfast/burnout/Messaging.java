package org.holdfast.burnout;

import java.util.function.Consumer;

import org.holdfast.burnout.release.Answers;
import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.Cycles;
import org.holdfast.burnout.release.ResponseRecorded;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.inbox.EventReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the topics that this service reads. */
@Configuration(proxyBeanMethods = false)
class Messaging {

	@Bean
	Consumer<Message<byte[]>> responseRecorded(EventReader reader, Answers answers) {
		return reader.of("check-in.recorded", ResponseRecorded.class, answers::on);
	}

	@Bean
	Consumer<Message<byte[]>> cycleChanged(EventReader reader, Cycles cycles) {
		return reader.of("check-in.cycle", CycleChanged.class, cycles::onCycle);
	}

	@Bean
	Consumer<Message<byte[]>> unitChanged(EventReader reader, Units units) {
		return reader.of("profile.units", UnitChanged.class, units::on);
	}

}
