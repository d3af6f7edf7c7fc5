package io.tracingstarter.instrument.awssdk;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.signer.AwsSignerExecutionAttribute;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Observes each call of an AWS client as one span, whatever the number of its attempts.
 * <p>
 * The SDK finds it on the class path and makes one for each client. It never fails a
 * call.
 */
public final class ObservingExecutionInterceptor implements ExecutionInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(ObservingExecutionInterceptor.class);

	private static final ExecutionAttribute<Running> RUNNING = new ExecutionAttribute<>("io.tracingstarter.call");

	private static final Observation.Event RETRY = Observation.Event.of("retry");

	private volatile @Nullable AwsSdkObservations application;

	void workFor(AwsSdkObservations application) {
		this.application = application;
	}

	/**
	 * The last call before those that always end, and still on the thread of the caller:
	 * an invalid request gets no further, and waiting for credentials comes after.
	 */
	@Override
	public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
		try {
			ObservationRegistry registry = registry();
			if (registry == null || registry.isNoop() || isPresigned(attributes)) {
				return;
			}
			AwsCall call = new AwsCall(context.request(), attributes);
			attributes.putAttribute(RUNNING,
					new Running(call, Observation.start("aws.sdk.call", () -> call, registry)));
		}
		catch (RuntimeException ex) {
			ignore(ex);
		}
	}

	private @Nullable ObservationRegistry registry() {
		AwsSdkObservations application = this.application;
		return (application != null) ? application.registry() : AwsSdkObservations.ofCurrentThread();
	}

	/** A presigned request is for somebody else to send. */
	@SuppressWarnings("deprecation")
	private static boolean isPresigned(ExecutionAttributes attributes) {
		return attributes.getAttribute(AwsSignerExecutionAttribute.PRESIGNER_EXPIRATION) != null;
	}

	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		Running running = attributes.getAttribute(RUNNING);
		if (running != null && running.call().attempt(context.httpRequest().host()) > 0) {
			try {
				running.observation().event(RETRY);
			}
			catch (RuntimeException ex) {
				ignore(ex);
			}
		}
	}

	@Override
	public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
		Running running = attributes.getAttribute(RUNNING);
		if (running != null) {
			running.call().answered(context.httpResponse());
		}
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		end(attributes, null);
	}

	@Override
	public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
		end(attributes, context.exception());
	}

	private static void end(ExecutionAttributes attributes, @Nullable Throwable failure) {
		Running running = attributes.getAttribute(RUNNING);
		if (running == null) {
			return;
		}
		// another interceptor may fail a call that had succeeded, and both are told
		attributes.putAttribute(RUNNING, null);
		try {
			if (failure != null) {
				running.call().failed(failure);
				running.observation().error(failure);
			}
			running.observation().stop();
		}
		catch (RuntimeException ex) {
			ignore(ex);
		}
	}

	private static void ignore(RuntimeException ex) {
		logger.debug("An AWS call could not be observed", ex);
	}

	private record Running(AwsCall call, Observation observation) {
	}

}
