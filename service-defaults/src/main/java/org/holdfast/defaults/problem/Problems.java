package org.holdfast.defaults.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every exception into a problem detail; nothing of an unexpected one leaves the
 * service.
 */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	/** MongoDB's codes for a disk that is full and for a server that shuts down. */
	private static final Set<Integer> AWAY = Set.of(14031, 91);

	private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refusal refusal) {
		ProblemDetail problem = problem(refusal.status(), refusal.slug(), String.valueOf(refusal.getMessage()));
		refusal.properties().forEach(problem::setProperty);
		return ResponseEntity.status(refusal.status()).body(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unavailable(Unavailable unavailable) {
		return retryLater(String.valueOf(unavailable.getMessage()), unavailable.retryAfter());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> database(DataAccessException failure) {
		if (!isAway(failure)) {
			return unexpected(failure);
		}
		log.warn("The database does not answer: {}", failure.getMessage());
		return retryLater(
				"The database does not answer now. Repeat the request; what it changed already is not changed twice.",
				DATABASE_RETRY);
	}

	private static boolean isAway(DataAccessException failure) {
		return failure instanceof DataAccessResourceFailureException
				|| (failure.getMostSpecificCause() instanceof MongoException cause
						&& (cause instanceof MongoTimeoutException || AWAY.contains(cause.getCode())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
		return ResponseEntity.status(HttpStatus.FORBIDDEN).body(forbidden());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(Exception unexpected) throws AuthenticationException {
		if (unexpected instanceof AuthenticationException authentication) {
			throw authentication;
		}
		log.error("A request failed unexpectedly", unexpected);
		return ResponseEntity.internalServerError()
			.body(problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected",
					"Something went wrong on our side. Repeat the request; if it fails again, tell the administrator the time."));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return handleExceptionInternal(invalid, invalid(errors(invalid.getBindingResult()).toList()), headers, status,
				request);
	}

	/**
	 * What comes instead of the other where a parameter beside the body has rules too.
	 */
	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (invalid.isForReturnValue()) {
			return super.handleHandlerMethodValidationException(invalid, headers, status, request);
		}
		List<Map<String, String>> errors = invalid.getParameterValidationResults()
			.stream()
			.flatMap((result) -> (result instanceof ParameterErrors body) ? errors(body) : result.getResolvableErrors()
				.stream()
				.map((error) -> Map.of("parameter", String.valueOf(result.getMethodParameter().getParameterName()),
						"detail", String.valueOf(error.getDefaultMessage()))))
			.toList();
		return handleExceptionInternal(invalid, invalid(errors), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		JacksonException json = (unreadable.getMostSpecificCause() instanceof JacksonException cause) ? cause : null;
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "unreadable-body",
				(json != null)
						? "The JSON cannot be read at " + place(json)
								+ ". Compare it with this operation's schema in OpenAPI."
						: "The body is missing or cannot be read. Send JSON as in this operation's schema in OpenAPI.");
		if (json != null && !json.getPath().isEmpty()) {
			problem.setProperty("errors", List.of(Map.of("pointer", pointer(json), "detail", "cannot be read")));
		}
		return handleExceptionInternal(unreadable, problem, headers, status, request);
	}

	private static ProblemDetail invalid(List<Map<String, String>> errors) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-request",
				errors.stream()
					.map((error) -> error.getOrDefault("pointer", error.get("parameter")) + " " + error.get("detail"))
					.collect(Collectors.joining("; ", "Mend and send again: ", ".")));
		problem.setProperty("errors", errors);
		return problem;
	}

	private static Stream<Map<String, String>> errors(Errors invalid) {
		return Stream.concat(invalid.getFieldErrors().stream().map(Problems::fieldError),
				invalid.getGlobalErrors()
					.stream()
					.map((error) -> Map.of("pointer", "", "detail", String.valueOf(error.getDefaultMessage()))));
	}

	/** Spring says {@code promises[0].text} where a JSON pointer has only slashes. */
	private static Map<String, String> fieldError(FieldError error) {
		return Map.of("pointer", "/" + error.getField().replace("]", "").replace('[', '/').replace('.', '/'), "detail",
				String.valueOf(error.getDefaultMessage()));
	}

	private static String pointer(JacksonException json) {
		return json.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "/" + step.getPropertyName() : "/" + step.getIndex())
			.collect(Collectors.joining());
	}

	private static String place(JacksonException json) {
		String position = (json.getLocation() == null) ? ""
				: "line " + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr();
		return Stream.of(pointer(json), position).filter((part) -> !part.isEmpty()).collect(Collectors.joining(", "));
	}

	private static ResponseEntity<ProblemDetail> retryLater(String detail, Duration after) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, after.toSeconds())))
			.body(problem(HttpStatus.SERVICE_UNAVAILABLE, "try-later", detail));
	}

	/**
	 * The problem of a caller who is known and may not.
	 */
	public static ProblemDetail forbidden() {
		return problem(HttpStatus.FORBIDDEN, "forbidden", "Your roles and scopes do not allow this.");
	}

	/**
	 * The problem of a caller who is not known.
	 */
	public static ProblemDetail unauthenticated() {
		return problem(HttpStatus.UNAUTHORIZED, "unauthenticated",
				"Sign in, or send a valid access token of this service's issuer and audience.");
	}

	private static ProblemDetail problem(HttpStatus status, String slug, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:holdfast:problem:" + slug));
		return problem;
	}

}
