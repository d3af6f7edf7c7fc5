package io.tracingstarter.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The arrows between the packages of the command.
 */
class ArchitectureTests {

	private static final String CLI = "io.tracingstarter.cli.";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.tracingstarter");

	private static final ArchRule ARROWS = Architectures.layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("command")
		.definedBy(CLI + "command..")
		.layer("config")
		.definedBy(CLI + "config..")
		.layer("source")
		.definedBy(CLI + "source..")
		.layer("story")
		.definedBy(CLI + "story..")
		.layer("render")
		.definedBy(CLI + "render..")
		.layer("model")
		.definedBy(CLI + "model..")
		.whereLayer("command")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("config")
		.mayOnlyBeAccessedByLayers("command")
		.whereLayer("source")
		.mayOnlyBeAccessedByLayers("command", "config")
		.whereLayer("story")
		.mayOnlyBeAccessedByLayers("command")
		.whereLayer("render")
		.mayOnlyBeAccessedByLayers("command");

	private static final ArchRule PICOCLI_IN_COMMAND_ONLY = noClasses().that()
		.resideOutsideOfPackage(CLI + "command..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("picocli..");

	private static final ArchRule NOTHING_OF_SPRING_OR_THE_LIBRARY = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.tracingstarter.correlation..",
				"io.tracingstarter.autoconfigure..", "io.tracingstarter.logging..");

	private static final ArchRule AWS_IN_ITS_SOURCES_ONLY = noClasses().that()
		.resideOutsideOfPackages(CLI + "source.aws..", CLI + "source.cloudwatch..", CLI + "source.xray..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("software.amazon..");

	@Test
	void shouldPointOneWayWhenPackagesUseEachOther() {
		ARROWS.check(CLASSES);
	}

	@Test
	void shouldKnowItsCommandLineAndAwsInOnePlaceOnly() {
		PICOCLI_IN_COMMAND_ONLY.check(CLASSES);
		AWS_IN_ITS_SOURCES_ONLY.check(CLASSES);
		NOTHING_OF_SPRING_OR_THE_LIBRARY.check(CLASSES);
	}

	@Test
	void shouldComplainWhenAnArrowPointsTheOtherWay() {
		JavaClasses seeded = new ClassFileImporter().importPackages("io.tracingstarter.cli");
		assertThat(ARROWS.evaluate(seeded).hasViolation()).as("a renderer that uses a source, seeded among the tests")
			.isTrue();
		assertThat(PICOCLI_IN_COMMAND_ONLY.evaluate(seeded).hasViolation()).as("picocli in a renderer").isTrue();
	}

}
