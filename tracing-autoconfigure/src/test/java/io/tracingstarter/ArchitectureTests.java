package io.tracingstarter;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.tracingstarter.instrument.first.SeededInstrument;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the arrows of the design: {@code autoconfigure} → features → root. Each rule is
 * shown to fail on a class that breaks it.
 */
class ArchitectureTests {

	private static final String ROOT = "io.tracingstarter";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	private static final ArchRule ROOT_STANDS_ALONE = noClasses().that()
		.resideInAPackage(ROOT)
		.should()
		.dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT))));

	private static final ArchRule FEATURES_KNOW_NO_BOOT = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".autoconfigure..")
		.should()
		.dependOnClassesThat(resideInAnyPackage("org.springframework.boot..", ROOT + ".autoconfigure.."));

	private static final ArchRule INSTRUMENTS_DO_NOT_KNOW_EACH_OTHER = SlicesRuleDefinition.slices()
		.matching(ROOT + ".instrument.(*)..")
		.should()
		.notDependOnEachOther()
		.allowEmptyShould(true);

	private static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
		.matching(ROOT + ".(**)")
		.should()
		.beFreeOfCycles();

	private static final ArchRule AUTO_CONFIGURATIONS_ARE_FINAL = classes().that()
		.haveSimpleNameEndingWith("AutoConfiguration")
		.should()
		.haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
		.andShould()
		.bePublic()
		.andShould()
		.resideInAPackage(ROOT + ".autoconfigure..");

	@Test
	void rootShouldImportNoneOfOurPackages() {
		ROOT_STANDS_ALONE.check(CLASSES);
		assertFails(ROOT_STANDS_ALONE, RootKnowsFeature.class);
	}

	@Test
	void featuresShouldKnowNeitherBootNorAutoConfiguration() {
		FEATURES_KNOW_NO_BOOT.check(CLASSES);
		assertFails(FEATURES_KNOW_NO_BOOT, FeatureKnowsBoot.class);
	}

	@Test
	void instrumentsShouldNotKnowEachOther() {
		INSTRUMENTS_DO_NOT_KNOW_EACH_OTHER.check(CLASSES);
		assertFails(INSTRUMENTS_DO_NOT_KNOW_EACH_OTHER, SeededInstrument.class,
				io.tracingstarter.instrument.second.SeededInstrument.class);
	}

	@Test
	void packagesShouldHaveNoCycles() {
		NO_CYCLES.check(CLASSES);
		assertFails(NO_CYCLES, SeededInstrument.class, io.tracingstarter.instrument.second.SeededInstrument.class);
	}

	@Test
	void autoConfigurationsShouldBePublicAndFinal() {
		AUTO_CONFIGURATIONS_ARE_FINAL.check(CLASSES);
		assertFails(AUTO_CONFIGURATIONS_ARE_FINAL, OpenAutoConfiguration.class);
	}

	private static void assertFails(ArchRule rule, Class<?>... faults) {
		EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(faults));
		assertThat(result.hasViolation()).as("'%s' must fail on its seeded fault", rule.getDescription()).isTrue();
	}

	static class RootKnowsFeature {

		final io.tracingstarter.correlation.CorrelationId fault = new io.tracingstarter.correlation.CorrelationId("a");

	}

	static class FeatureKnowsBoot {

		final SpringApplication fault = new SpringApplication();

	}

	static class OpenAutoConfiguration {

		JavaClass fault;

	}

}
