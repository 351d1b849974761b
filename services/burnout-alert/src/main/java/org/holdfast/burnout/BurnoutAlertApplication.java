package org.holdfast.burnout;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts burnout-alert. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class BurnoutAlertApplication {

	static void main(String[] args) {
		SpringApplication.run(BurnoutAlertApplication.class, args);
	}

}
