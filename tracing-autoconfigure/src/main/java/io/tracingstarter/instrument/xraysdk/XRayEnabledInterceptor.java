package io.tracingstarter.instrument.xraysdk;

import java.util.function.Supplier;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Subsegment;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Runs a method in a subsegment of its name, as the SDK's aspect does; but what it throws
 * belongs to that subsegment.
 */
public final class XRayEnabledInterceptor implements MethodInterceptor {

	private final Supplier<AWSXRayRecorder> recorder;

	/**
	 * Creates the interceptor.
	 * @param recorder asked at each call
	 */
	public XRayEnabledInterceptor(Supplier<AWSXRayRecorder> recorder) {
		this.recorder = recorder;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		AWSXRayRecorder recorder = this.recorder.get();
		Subsegment subsegment = recorder.beginSubsegment(invocation.getMethod().getName());
		Object target = invocation.getThis();
		if (target != null && subsegment.isRecording()) {
			subsegment.putMetadata("ClassInfo", "Class", ClassUtils.getUserClass(target).getSimpleName());
		}
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			subsegment.addException(ex);
			throw ex;
		}
		finally {
			subsegment.close();
		}
	}

}
