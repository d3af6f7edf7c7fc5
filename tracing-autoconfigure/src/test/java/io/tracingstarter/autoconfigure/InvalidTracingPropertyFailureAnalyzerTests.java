package io.tracingstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link InvalidTracingPropertyFailureAnalyzer}.
 */
class InvalidTracingPropertyFailureAnalyzerTests {

	/**
	 * In a jar that Boot packaged, the starter stands behind Boot on the class path; in
	 * this build it stands before.
	 */
	@Test
	void shouldNameValueAndFixWhereverTheStarterStandsOnTheClassPath() {
		Throwable failure = catchThrowable(
				() -> Binder.get(new MockEnvironment().withProperty("tracing.correlation.header", "X Bad"))
					.bind("tracing.correlation", CorrelationProperties.class));
		FailureAnalysis analysis = analyzersBehindThoseOfBoot().stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		assertThat(analysis.getDescription()).contains("Property 'tracing.correlation.header'", "Value: \"X Bad\"");
		assertThat(analysis.getAction()).startsWith("Use letters, digits and hyphens");
	}

	private static List<FailureAnalyzer> analyzersBehindThoseOfBoot() {
		List<FailureAnalyzer> analyzers = new ArrayList<>(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.none(), FailureHandler.handleMessage((message, ex) -> {
			})));
		Collections.reverse(analyzers);
		AnnotationAwareOrderComparator.sort(analyzers);
		return analyzers;
	}

}
