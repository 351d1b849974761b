package org.holdfast.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two pages that a person sees: signing in, and choosing a password. */
@Controller
class PageController {

	private final Accounts accounts;

	private final Passwords passwords;

	private final Settings settings;

	PageController(Accounts accounts, Passwords passwords, Settings settings) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.settings = settings;
	}

	@ModelAttribute
	void common(Model model) {
		model.addAttribute("shortest", Passwords.SHORTEST);
	}

	@GetMapping("/login")
	String signIn(@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String wait,
			@RequestParam(required = false) @Nullable String enrolled, Model model, HttpServletResponse response) {
		if (wait != null) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.settings.pause().toSeconds()));
			model.addAttribute("problem", "sign-in.wait");
		}
		else if (error != null) {
			model.addAttribute("problem", "sign-in.wrong");
		}
		else if (enrolled != null) {
			model.addAttribute("notice", "sign-in.enrolled");
		}
		return "login";
	}

	@GetMapping("/enrol")
	String enrol(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
		if (code.isBlank()) {
			return form(code, Optional.empty(), null, model, response);
		}
		Optional<Account> account = this.accounts.invitedBy(code, Instant.now());
		return form(code, account, account.isPresent() ? null : "enrol.invalid", model, response);
	}

	@PostMapping("/enrol")
	String choose(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String password,
			Model model, HttpServletResponse response) {
		Optional<Account> invited = this.accounts.invitedBy(code, Instant.now());
		if (invited.isEmpty()) {
			return form(code, invited, "enrol.invalid", model, response);
		}
		Account account = invited.get();
		Optional<String> objection = Passwords.objection(password, account);
		if (objection.isPresent()) {
			return form(code, invited, objection.get(), model, response);
		}
		if (!this.accounts.enrol(account, code, this.passwords.hash(password))) {
			return form(code, Optional.empty(), "enrol.invalid", model, response);
		}
		return "redirect:/login?enrolled";
	}

	private static String form(String code, Optional<Account> account, @Nullable String problem, Model model,
			HttpServletResponse response) {
		if (problem != null) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problem", problem);
		}
		model.addAttribute("code", code);
		account.ifPresent((found) -> model.addAttribute("account", found));
		return "enrol";
	}

}
