package io.tracingstarter.web.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request below the application's context path, as it was sent: not
 * decoded.
 */
final class ServletRequestPath {

	private ServletRequestPath() {
	}

	static String of(HttpServletRequest request) {
		String path = request.getRequestURI();
		String application = request.getContextPath();
		return application.isEmpty() ? path : path.substring(application.length());
	}

}
