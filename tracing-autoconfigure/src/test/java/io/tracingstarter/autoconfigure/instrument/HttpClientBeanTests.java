package io.tracingstarter.autoconfigure.instrument;

import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;

import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.instrument.apachehttp.ApacheHttpAutoConfiguration;
import io.tracingstarter.autoconfigure.instrument.jdkhttp.JdkHttpAutoConfiguration;
import io.tracingstarter.autoconfigure.instrument.okhttp.OkHttpAutoConfiguration;
import io.tracingstarter.autoconfigure.propagation.PropagationAutoConfiguration;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.apachehttp.ApacheHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.web.client.ClientCalls;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the auto-configurations of the HTTP clients that Spring does not know.
 */
class HttpClientBeanTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorrelationAutoConfiguration.class, PropagationAutoConfiguration.class,
				OutgoingIdsAutoConfiguration.class, JdkHttpAutoConfiguration.class, OkHttpAutoConfiguration.class,
				ApacheHttpAutoConfiguration.class))
		.withBean("jdk", HttpClient.class, HttpClient::newHttpClient)
		.withBean("ok", OkHttpClient.class, OkHttpClient::new)
		.withBean("apache", CloseableHttpClient.class, HttpClients::createDefault);

	static Stream<Library> libraries() {
		return Stream.of(new Library("jdk", "jdk-http", JdkHttpClients.class, HttpClient.class),
				new Library("ok", "ok-http", OkHttpClients.class, OkHttpClient.class),
				new Library("apache", "apache-http", ApacheHttpClients.class, CloseableHttpClient.class));
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void shouldObserveByDefault(Library library) {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(library.factory());
			assertThat(library.isObserved(context.getBean(library.bean()))).isTrue();
		});
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void shouldLeaveClientsAloneWhenSwitchedOff(Library library) {
		for (String property : List.of("tracing.enabled", "tracing.instrument." + library.property() + ".enabled")) {
			this.runner.withPropertyValues(property + "=false").run((context) -> {
				assertThat(context).doesNotHaveBean(library.factory());
				assertThat(library.isObserved(context.getBean(library.bean()))).isFalse();
			});
		}
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void shouldStartWhenTheLibraryIsAbsent(Library library) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorrelationAutoConfiguration.class,
					PropagationAutoConfiguration.class, OutgoingIdsAutoConfiguration.class,
					JdkHttpAutoConfiguration.class, OkHttpAutoConfiguration.class, ApacheHttpAutoConfiguration.class))
			.withClassLoader(
					new FilteredClassLoader(library.bean().equals("jdk") ? HttpHeaders.class : library.client()))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(library.factory()));
	}

	@Test
	void shouldLetTheUsersFactoryWin() {
		ClientCalls nothing = null;
		this.runner.withBean("mine", JdkHttpClients.class, () -> new JdkHttpClients(nothing))
			.withBean("mineToo", OkHttpClients.class, () -> new OkHttpClients(nothing))
			.withBean("mineAsWell", ApacheHttpClients.class, () -> new ApacheHttpClients(nothing))
			.run((context) -> assertThat(context).hasSingleBean(JdkHttpClients.class)
				.hasSingleBean(OkHttpClients.class)
				.hasSingleBean(ApacheHttpClients.class)
				.hasBean("mine"));
	}

	@Test
	void shouldStartWhenAClientIsDeclaredAsAClassOfItsOwn() {
		this.runner.withBean("own", OwnOkHttpClient.class)
			.withBean("needsOwn", NeedsOwn.class)
			.run((context) -> assertThat(context).hasNotFailed().getBean(NeedsOwn.class).hasNoNullFieldsOrProperties());
	}

	static class OwnOkHttpClient extends OkHttpClient {

	}

	record NeedsOwn(OwnOkHttpClient client) {

	}

	record Library(String bean, String property, Class<?> factory, Class<?> client) {

		boolean isObserved(Object bean) {
			return (bean instanceof OkHttpClient okHttp) ? !okHttp.interceptors().isEmpty()
					: bean.getClass().getSimpleName().equals("ObservedHttpClient");
		}

		@Override
		public String toString() {
			return this.bean;
		}

	}

}
