package org.holdfast.defaults.time;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Gives a service its clock.
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class TimeDefaults {

	@Bean
	HoldfastClock clock(MongoOperations mongo, ApplicationEventPublisher events,
			@Value("${holdfast.simulated-clock:false}") boolean simulated) {
		return new HoldfastClock(mongo, events, simulated);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("holdfast.simulated-clock")
	@Import(ClockController.class)
	static class Simulated {

	}

}
