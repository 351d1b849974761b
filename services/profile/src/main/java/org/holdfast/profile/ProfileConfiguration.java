package org.holdfast.profile;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.MongoConverterConfigurationAdapter;

/**
 * How profile is described to clients and kept in the database.
 */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

	// a date is the same day in whichever time zone the process runs
	@Bean
	MongoCustomConversions datesInUtc() {
		return MongoCustomConversions.create(MongoConverterConfigurationAdapter::useNativeDriverJavaTimeCodecs);
	}

	@Bean
	OpenAPI description() {
		SecurityScheme token = new SecurityScheme().type(SecurityScheme.Type.HTTP)
			.scheme("bearer")
			.bearerFormat("JWT")
			.description("Access token of a person, or of an integration with the scope profile.import");
		return new OpenAPI().components(new Components().addSecuritySchemes("token", token))
			.addSecurityItem(new SecurityRequirement().addList("token"))
			.addServersItem(new Server().url("/api/profile").description("Through the gateway"))
			.info(new Info().title("Holdfast: profile")
				.version("1")
				.description("Who works here: staff, units, roles, languages, and who takes part in mentoring. "
						+ "People read and change their own entry; HR and administrators read the list of people; "
						+ "administrators and the HR system import. Every error is a problem detail (RFC 9457)."));
	}

}
