package io.tracingstarter.web.reactive;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The path of a request below the application's context path, as it was sent: not
 * decoded.
 */
final class ReactiveRequestPath {

	private ReactiveRequestPath() {
	}

	static String of(ServerHttpRequest request) {
		return request.getPath().pathWithinApplication().value();
	}

}
