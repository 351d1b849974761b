package org.holdfast.defaults.vault;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Gives a service its vault, if it says whose words may be encrypted.
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnBean(Writers.class)
@EnableConfigurationProperties(VaultSettings.class)
public class VaultDefaults {

	@Bean
	Vault vault(VaultSettings settings, MongoOperations mongo, Writers writers) {
		return new Vault(new DataKeys(settings, mongo), writers);
	}

}
