package io.tracingstarter.autoconfigure.export.aws;

import java.util.concurrent.atomic.AtomicBoolean;

import io.tracingstarter.export.aws.AwsRegion;
import io.tracingstarter.export.aws.AwsRequestSigners;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AwsSigningAutoConfiguration}.
 */
class AwsSigningAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AwsSigningAutoConfiguration.class));

	@Test
	void shouldKnowTheRegionThatTheSdkFinds() {
		this.runner.withSystemProperties("aws.region=eu-west-3")
			.run((context) -> assertThat(context.getBean(AwsRequestSigners.class).region())
				.isEqualTo(new AwsRegion("eu-west-3")));
	}

	@Test
	void shouldAskNobodyUnlessSomethingIsSigned() {
		AtomicBoolean asked = new AtomicBoolean();
		this.runner.withBean(AwsCredentialsProvider.class, () -> {
			asked.set(true);
			return () -> {
				throw new IllegalStateException();
			};
		}, (definition) -> definition.setLazyInit(true)).run((context) -> {
			assertThat(context).hasSingleBean(AwsRequestSigners.class);
			assertThat(asked).isFalse();
			context.getBean(AwsRequestSigners.class).signer("xray", new AwsRegion("eu-west-3"));
			assertThat(asked).isTrue();
		});
	}

	@Test
	void shouldFallBackToTheSdkWhenTheApplicationHasSeveralRegions() {
		this.runner.withSystemProperties("aws.region=eu-west-3")
			.withBean("first", AwsRegionProvider.class, () -> () -> Region.EU_NORTH_1)
			.withBean("second", AwsRegionProvider.class, () -> () -> Region.EU_SOUTH_1)
			.run((context) -> assertThat(context.getBean(AwsRequestSigners.class).region())
				.isEqualTo(new AwsRegion("eu-west-3")));
	}

	@Test
	void shouldNotBeThereWhenSwitchedOffOrWithoutTheSdk() {
		this.runner.withPropertyValues("tracing.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AwsRequestSigners.class));
		this.runner.withClassLoader(new FilteredClassLoader(AwsV4HttpSigner.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AwsRequestSigners.class));
	}

	@Test
	void shouldLeaveTheUsersInItsPlace() {
		this.runner.withBean("mine", AwsRequestSigners.class, () -> new AwsRequestSigners(null, null))
			.run((context) -> assertThat(context).hasSingleBean(AwsRequestSigners.class).hasBean("mine"));
	}

}
