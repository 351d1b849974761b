package org.holdfast.profile;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;

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
		return new OpenAPI().info(new Info().title("Holdfast: profile")
			.version("1")
			.description("Who works here: staff, units, roles, languages, and who takes part in mentoring. "
					+ "People read and change their own entry; HR and administrators read the list of people; "
					+ "administrators and the HR system import. Every error is a problem detail (RFC 9457)."));
	}

}
