package org.holdfast.identity;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign in under a name, whether such an account exists or not, so that
 * passwords cannot be tried one after the other.
 */
@Component
class Attempts {

	private static final int MOST_NAMES = 100_000;

	private final int allowed;

	private final Cache<String, AtomicInteger> attempts;

	Attempts(Settings settings) {
		this.allowed = settings.attempts();
		this.attempts = Caffeine.newBuilder().maximumSize(MOST_NAMES).expireAfterWrite(settings.pause()).build();
	}

	/**
	 * Counts an attempt before it is made, so that many at once do not slip through.
	 * @return false if there were too many
	 */
	boolean begin(String name) {
		AtomicInteger count = this.attempts.get(key(name), (key) -> new AtomicInteger());
		int begun = count.incrementAndGet();
		if (begun == this.allowed) {
			// the pause lasts from now on
			this.attempts.put(key(name), count);
		}
		return begun <= this.allowed;
	}

	void succeeded(String name) {
		this.attempts.invalidate(key(name));
	}

	private static String key(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
