package org.holdfast.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * The web app's files. Those below {@code assets} carry a hash of their content in their
 * name and never change; the rest is asked for again each time.
 */
@Configuration(proxyBeanMethods = false)
class WebApp implements WebMvcConfigurer {

	private static final String FILES = "classpath:/META-INF/resources/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations(FILES + "assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
		registry.addResourceHandler("/**")
			.addResourceLocations(FILES)
			.setCacheControl(CacheControl.noCache())
			// the date in a reproducible jar never changes
			.setUseLastModified(false)
			.setEtagGenerator(WebApp::digest)
			.resourceChain(true)
			.addResolver(new Pages());
	}

	private static @Nullable String digest(Resource file) {
		try (InputStream content = file.getInputStream()) {
			return DigestUtils.md5DigestAsHex(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The app's pages are all one file, which looks at the address itself. */
	private static final class Pages extends PathResourceResolver {

		private static final Pattern NOT_PAGES = Pattern
			.compile("(api|openapi|identity|oauth2|login|logout|session|actuator|error)(/.*)?|.*\\.[^/]*");

		@Override
		protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
				List<? extends Resource> locations, ResourceResolverChain chain) {
			boolean page = request != null && acceptsPages(request) && !NOT_PAGES.matcher(path).matches();
			return super.resolveResourceInternal(request, page ? "index.html" : path, locations, chain);
		}

		private static boolean acceptsPages(HttpServletRequest request) {
			String accept = request.getHeader(HttpHeaders.ACCEPT);
			return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
		}

	}

}
