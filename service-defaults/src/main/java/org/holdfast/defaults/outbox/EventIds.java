package org.holdfast.defaults.outbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of events: UUID version 7 (RFC 9562), so that they sort by time.
 */
final class EventIds {

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	EventIds(Clock clock) {
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	String next() {
		long high = (now().toEpochMilli() << 16) | 0x7000L | (this.random.nextLong() & 0x0FFFL);
		long low = (this.random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low).toString();
	}

}
