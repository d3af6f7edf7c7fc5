package io.tracingstarter.autoconfigure.test;

import io.tracingstarter.test.RecordedTraces;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Empties the recorder before each test method.
 */
class RecordedTracesTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext test) {
		if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureTracingTest.class)) {
			ApplicationContext context = test.getApplicationContext();
			context.getBeanProvider(RecordedTraces.class).ifAvailable(RecordedTraces::clear);
		}
	}

}
