package org.holdfast.checkin;

import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts check-in.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CheckInApplication {

	/**
	 * Bounds every write, so that none comes through after its cycle was counted; only
	 * one instance can have a simulated clock, and it needs no such bound.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer answerBudget(CheckInSettings settings,
			@Value("${holdfast.simulated-clock:false}") boolean simulated) {
		return (client) -> client.timeout(simulated ? 0 : settings.answerBudget().toMillis(), TimeUnit.MILLISECONDS);
	}

	static void main(String[] args) {
		SpringApplication.run(CheckInApplication.class, args);
	}

}
