package io.tracingstarter.instrument.xraysdk;

import org.springframework.util.ClassUtils;

/**
 * Recognises parts of the SDK that would make spans which are there already, by who calls
 * at this moment. Asks the stack only where such a part is on the class path, or, for the
 * servlet filter, where a segment begins.
 */
final class SdkCallers {

	private static final StackWalker STACK = StackWalker.getInstance();

	private static final String AWS_INTERCEPTOR = "com.amazonaws.xray.interceptors.TracingInterceptor";

	private static final boolean AWS_INTERCEPTOR_IS_THERE = ClassUtils.isPresent(AWS_INTERCEPTOR,
			SdkCallers.class.getClassLoader());

	private static final String SERVLET_FILTER = ".servlet.AWSXRayServletFilter";

	/** As far as the callers are from here, through the recorder. */
	private static final int FRAMES = 10;

	private SdkCallers() {
	}

	/** Whether the SDK's interceptor of AWS clients calls. */
	static boolean isAwsInterceptor() {
		return AWS_INTERCEPTOR_IS_THERE && isCalledBy(AWS_INTERCEPTOR);
	}

	/** Whether the SDK's servlet filter calls. */
	static boolean isServletFilter() {
		return isCalledBy(SERVLET_FILTER);
	}

	private static boolean isCalledBy(String suffix) {
		return STACK.walk((frames) -> frames.limit(FRAMES).anyMatch((frame) -> frame.getClassName().endsWith(suffix)));
	}

}
