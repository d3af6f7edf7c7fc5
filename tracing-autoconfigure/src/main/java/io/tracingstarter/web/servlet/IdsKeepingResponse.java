package io.tracingstarter.web.servlet;

import io.opentelemetry.context.Context;
import io.tracingstarter.web.ResponseHeaders;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response whose ids survive a reset, which clears all headers and is what many
 * downloads begin with.
 */
final class IdsKeepingResponse extends HttpServletResponseWrapper {

	private final ResponseHeaders headers;

	private final Context context;

	IdsKeepingResponse(HttpServletResponse response, ResponseHeaders headers, Context context) {
		super(response);
		this.headers = headers;
		this.context = context;
		headers.write(context, this::setHeader);
	}

	/** A handler that answers with ids of its own wins, but there is one of each. */
	@Override
	public void addHeader(String name, String value) {
		if (this.headers.holdsId(name)) {
			setHeader(name, value);
		}
		else {
			super.addHeader(name, value);
		}
	}

	@Override
	public void reset() {
		super.reset();
		this.headers.write(this.context, this::setHeader);
	}

}
