package org.holdfast.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.gateway.server.mvc.config.DefaultFunctionConfiguration;

/** Starts the gateway. */
// DefaultFunctionConfiguration would route every short path to Spring Cloud Function,
// where that is on the class path too
@SpringBootApplication(exclude = DefaultFunctionConfiguration.class)
@ConfigurationPropertiesScan
public class GatewayApplication {

	static void main(String[] args) {
		SpringApplication.run(GatewayApplication.class, args);
	}

}
