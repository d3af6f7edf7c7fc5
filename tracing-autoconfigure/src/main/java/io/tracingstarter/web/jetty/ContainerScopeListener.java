package io.tracingstarter.web.jetty;

import io.tracingstarter.web.servlet.ContainerScope;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler.ContextScopeListener;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ids of a request on what Jetty logs about its failure, and leaves nothing on
 * the pooled thread.
 * <p>
 * Called by Jetty whenever a thread begins or ends to work for the application: at the
 * first dispatch, at an asynchronous one, in a callback.
 */
public final class ContainerScopeListener implements ContextScopeListener {

	@Override
	public void enterScope(Context context, @Nullable Request request) {
		ContainerScope.open();
	}

	@Override
	public void exitScope(Context context, @Nullable Request request) {
		ContainerScope.closeCurrent();
	}

}
