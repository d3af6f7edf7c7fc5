package io.tracingstarter.instrument.xraysdk;

import java.util.ArrayDeque;
import java.util.Deque;

import com.amazonaws.xray.entities.Entity;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that calls of the SDK have opened on each thread, and that code may have
 * forgotten to close: none of them outlives the scope it was opened in, so that the next
 * request on the thread finds nothing of this one.
 */
final class EntityScopes {

	private final ThreadLocal<@Nullable Deque<EntityScope>> threads = new ThreadLocal<>();

	/**
	 * Makes an observation current on this thread.
	 * @param given whether the entity was handed to this thread, not begun on it
	 */
	void open(ObservedEntity entity, boolean given) {
		push(new EntityScope(entity, entity.observed().observation().openScope(), given));
	}

	/**
	 * Remembers that an entity was begun of which there is no span, so that its end is
	 * not taken for that of another.
	 */
	void openUnobserved(Entity entity, ObservationRegistry registry) {
		push(new EntityScope(entity, registry.getCurrentObservationScope(), false));
	}

	private void push(EntityScope scope) {
		Deque<EntityScope> open = this.threads.get();
		if (open == null) {
			open = new ArrayDeque<>();
			this.threads.set(open);
		}
		open.push(scope);
	}

	@Nullable EntityScope innermost() {
		Deque<EntityScope> open = this.threads.get();
		return (open != null) ? open.peek() : null;
	}

	/** Closes the innermost scope, which must be there. */
	void closeInnermost() {
		EntityScope innermost = pop();
		if (innermost.isObserved() && innermost.scope() != null) {
			innermost.scope().close();
		}
	}

	private EntityScope pop() {
		Deque<EntityScope> open = this.threads.get();
		if (open == null) {
			throw new IllegalStateException("No scope is open");
		}
		EntityScope innermost = open.pop();
		if (open.isEmpty()) {
			this.threads.remove();
		}
		return innermost;
	}

	/**
	 * Closes the scope of an entity, if it was opened on this thread, and before it those
	 * inside that nobody has closed.
	 */
	void close(Entity entity) {
		Deque<EntityScope> open = this.threads.get();
		if (open == null || open.stream().noneMatch((scope) -> scope.entity() == entity)) {
			return;
		}
		EntityScope innermost;
		do {
			innermost = open.getFirst();
			closeInnermost();
			innermost.leave();
		}
		while (innermost.entity() != entity);
	}

	/**
	 * Closes what was ended on another thread.
	 */
	void closeEnded() {
		EntityScope innermost = innermost();
		while (innermost != null && innermost.isEnded() && innermost.isCurrent()) {
			closeInnermost();
			innermost = innermost();
		}
	}

	/**
	 * Closes what was opened inside of a scope that closes now.
	 * @param closing context of the observation whose scope it is
	 */
	void closeInside(Observation.Context closing) {
		EntityScope innermost = innermost();
		while (innermost != null && innermost.isCurrent()) {
			if (innermost.isObserved() && innermost.isOf(closing)) {
				// by somebody who puts the thread in order, not knowing whose it is
				pop();
			}
			else {
				closeInnermost();
			}
			innermost.leave();
			innermost = innermost();
		}
	}

}
