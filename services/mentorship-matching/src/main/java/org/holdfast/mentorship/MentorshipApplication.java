package org.holdfast.mentorship;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts mentorship-matching.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MentorshipApplication {

	static void main(String[] args) {
		SpringApplication.run(MentorshipApplication.class, args);
	}

}
