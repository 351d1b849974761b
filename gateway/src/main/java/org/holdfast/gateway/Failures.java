package org.holdfast.gateway;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives every failure that nobody else has answered the form of all other problems. */
@Controller
class Failures implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	void answer(@RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer code,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus known = (code != null) ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		HttpStatus status = (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
		String slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
		Problem.of(status, slug, detail(status)).write(response);
	}

	private static String detail(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> "There is nothing here.";
			case METHOD_NOT_ALLOWED -> "This cannot be done here.";
			default ->
				status.is4xxClientError() ? "The request was not understood." : "Something went wrong on our side.";
		};
	}

}
