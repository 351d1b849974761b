package org.holdfast.defaults.problem;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * A request that is understood and refused, with what is wrong and how to mend it; over
 * HTTP it becomes a problem of type {@code urn:holdfast:problem:<slug>}.
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String slug;

	private final transient Map<String, Object> properties = new LinkedHashMap<>();

	private Refusal(HttpStatus status, String slug, String detail) {
		super(detail);
		this.status = status;
		this.slug = slug;
	}

	/**
	 * The request itself is wrong (400).
	 */
	public static Refusal invalid(String slug, String detail) {
		return new Refusal(HttpStatus.BAD_REQUEST, slug, detail);
	}

	/**
	 * The request does not fit the present state (409).
	 */
	public static Refusal conflict(String slug, String detail) {
		return new Refusal(HttpStatus.CONFLICT, slug, detail);
	}

	/**
	 * There is no such thing (404).
	 */
	public static Refusal notFound(String slug, String detail) {
		return new Refusal(HttpStatus.NOT_FOUND, slug, detail);
	}

	/**
	 * The caller may not do this (403).
	 */
	public static Refusal forbidden(String slug, String detail) {
		return new Refusal(HttpStatus.FORBIDDEN, slug, detail);
	}

	/**
	 * Adds a member to the problem, for programs that read it.
	 */
	public Refusal with(String name, Object value) {
		this.properties.put(name, value);
		return this;
	}

	public String slug() {
		return this.slug;
	}

	HttpStatus status() {
		return this.status;
	}

	Map<String, Object> properties() {
		return this.properties;
	}

}
