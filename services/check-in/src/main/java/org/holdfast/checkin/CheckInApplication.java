package org.holdfast.checkin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts check-in.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CheckInApplication {

	static void main(String[] args) {
		SpringApplication.run(CheckInApplication.class, args);
	}

}
