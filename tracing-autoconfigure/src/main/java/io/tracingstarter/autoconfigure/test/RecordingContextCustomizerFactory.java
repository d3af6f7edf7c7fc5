package io.tracingstarter.autoconfigure.test;

import java.util.List;
import java.util.Map;

import io.tracingstarter.test.RecordedTraces;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Puts the recorder into the context of a test that asks for it.
 */
class RecordingContextCustomizerFactory implements ContextCustomizerFactory {

	/**
	 * Property that keeps the exporters off; an internal sign, not a setting.
	 */
	static final String RECORDING = "tracing.test.recording";

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configuration) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureTracingTest.class)
				? new RecordingContextCustomizer() : null;
	}

	/**
	 * A record, because contexts of equal customizers are shared between tests.
	 */
	private record RecordingContextCustomizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("tracingTest",
						Map.of(RECORDING, true, "management.tracing.sampling.probability", 1.0)));
			ConfigurableListableBeanFactory beans = context.getBeanFactory();
			beans.registerSingleton("recordedTraces", new RecordedTraces());
		}

	}

}
