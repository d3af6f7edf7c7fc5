package io.tracingstarter.autoconfigure.actuator;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Which libraries are instrumented, and of the others why not, in words.
 */
final class InstrumentationReport implements Supplier<List<InstrumentationReport.Library>> {

	private static final String PACKAGE = "io.tracingstarter.autoconfigure.instrument.";

	/**
	 * Packages whose property, below {@code tracing.instrument}, is written otherwise.
	 */
	private static final Map<String, String> PROPERTIES = Map.of("apachehttp", "apache-http", "awssdk", "aws-sdk",
			"jdkhttp", "jdk-http", "okhttp", "ok-http", "xraysdk", "xray-sdk");

	private final ConfigurableListableBeanFactory beanFactory;

	private final List<String> configurations;

	InstrumentationReport(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.configurations = ImportCandidates.load(AutoConfiguration.class, beanFactory.getBeanClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(PACKAGE))
			.sorted()
			.toList();
	}

	@Override
	public List<Library> get() {
		ConditionEvaluationReport report = ConditionEvaluationReport.get(this.beanFactory);
		return this.configurations.stream().map((name) -> library(name, report)).toList();
	}

	private Library library(String configuration, ConditionEvaluationReport report) {
		String name = configuration.substring(PACKAGE.length(), configuration.lastIndexOf('.'));
		if (this.beanFactory.containsBeanDefinition(configuration)) {
			return new Library(PROPERTIES.getOrDefault(name, name), true, null);
		}
		return new Library(PROPERTIES.getOrDefault(name, name), false, reason(configuration, report));
	}

	private static String reason(String configuration, ConditionEvaluationReport report) {
		if (report.getExclusions().contains(configuration)) {
			return "excluded by the application";
		}
		ConditionAndOutcomes outcomes = report.getConditionAndOutcomesBySource().get(configuration);
		if (outcomes != null) {
			for (ConditionEvaluationReport.ConditionAndOutcome outcome : outcomes) {
				if (!outcome.getOutcome().isMatch()) {
					return ConditionWords.of(outcome.getOutcome().getMessage());
				}
			}
		}
		return "left out when the application was built";
	}

	/**
	 * A library that can be instrumented.
	 *
	 * @param library as in {@code tracing.instrument.<library>}
	 * @param active whether it is
	 * @param reason why it is not; {@code null} where it is
	 */
	record Library(String library, boolean active, @Nullable String reason) {

	}

}
