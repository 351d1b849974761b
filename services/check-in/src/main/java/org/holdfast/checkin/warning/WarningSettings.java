package org.holdfast.checkin.warning;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may help whom.
 *
 * @param needs scale to the needs by which the directory of resources is searched, on the
 * person's side
 * @param otherNeeds for a scale that has none of its own
 */
@ConfigurationProperties("holdfast.check-in.warning")
record WarningSettings(@DefaultValue Map<String, List<String>> needs, @DefaultValue List<String> otherNeeds) {

	List<String> of(String scale) {
		return this.needs.getOrDefault(scale, this.otherNeeds);
	}

}
