package org.holdfast.identity;

import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The signing key: made once and kept in the database, so that tokens outlive a restart
 * and several instances sign alike. Whoever can read that database can sign tokens.
 */
@Configuration(proxyBeanMethods = false)
class Keys {

	private static final String COLLECTION = "keys";

	private static final String SIGNING = "signing";

	private static final int BITS = 2048;

	@Bean
	JWKSource<SecurityContext> keySource(MongoOperations mongo) throws JOSEException, ParseException {
		Document kept = find(mongo);
		if (kept == null) {
			RSAKey made = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
			try {
				mongo.insert(new Document("_id", SIGNING).append("key", made.toJSONString()), COLLECTION);
			}
			catch (DuplicateKeyException ex) {
				// another instance was quicker: its key counts
			}
			kept = find(mongo);
		}
		if (kept == null) {
			throw new IllegalStateException("The signing key cannot be kept");
		}
		return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(kept.getString("key"))));
	}

	private static @Nullable Document find(MongoOperations mongo) {
		return mongo.findById(SIGNING, Document.class, COLLECTION);
	}

}
