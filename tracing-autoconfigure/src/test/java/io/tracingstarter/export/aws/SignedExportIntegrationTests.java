package io.tracingstarter.export.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.LossReason;
import io.tracingstarter.export.TestSpans;
import io.tracingstarter.export.http.RequestSigner;
import io.tracingstarter.export.xray.XRayOtlpSpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signed exports, against an endpoint that computes each signature itself.
 */
class SignedExportIntegrationTests {

	private static final AwsCredentials KNOWN = AwsBasicCredentials.create(XRayTestEndpoint.ACCESS_KEY,
			XRayTestEndpoint.SECRET);

	private final XRayTestEndpoint xray = new XRayTestEndpoint();

	@AfterEach
	void stop() {
		this.xray.close();
	}

	private CompletableResultCode export(RequestSigner signer) {
		return export(signer, this.xray.url(), false);
	}

	private static CompletableResultCode export(RequestSigner signer, String url, boolean gzip) {
		SpanExporter exporter = exporter(signer, url, gzip);
		try {
			return exporter.export(TestSpans.data(3));
		}
		finally {
			exporter.shutdown();
		}
	}

	private static SpanExporter exporter(RequestSigner signer, String url, boolean gzip) {
		return new XRayOtlpSpanExporter(new HttpClientSettings(ExportEndpoint.parse(url, XRayOtlpSpanExporter.PATH),
				Map.of("x-tenant", "a  b"), gzip, Duration.ofSeconds(10), Duration.ofSeconds(10), null), signer,
				List.of());
	}

	private static RequestSigner signing(AwsCredentials credentials) {
		return TestSigners.of(() -> credentials, Clock.systemUTC());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldSignTheBytesThatAreSent(boolean gzip) {
		assertThat(export(signing(KNOWN), this.xray.url(), gzip).isSuccess()).isTrue();
		assertThat(this.xray.acceptedSpans()).hasSize(3);
		assertThat(this.xray.refused()).isEmpty();
	}

	@Test
	void shouldSignTheTokenOfASession() {
		this.xray.knowOnly("ASIAEXAMPLE", "session secret", "the token/of+a=session");
		assertThat(
				export(signing(AwsSessionCredentials.create("ASIAEXAMPLE", "session secret", "the token/of+a=session")))
					.isSuccess())
			.isTrue();
		assertThat(this.xray.acceptedSpans()).hasSize(3);
	}

	@Test
	void shouldPreferTheSignatureToAPasswordInTheUrl() {
		assertThat(export(signing(KNOWN), this.xray.url().replace("//", "//user:password@"), false).isSuccess())
			.isTrue();
	}

	@Test
	void shouldLoseTheBatchAndTellNoSecretWhenTheKeyIsWrong() {
		CompletableResultCode result = export(
				signing(AwsSessionCredentials.create(XRayTestEndpoint.ACCESS_KEY, "wrong", "secret-token")));
		assertThat(FailureReason.of(result.getFailureThrowable())).startsWith("HTTP 403")
			.endsWith("ExpiredTokenException")
			.doesNotContain("secret-token", "wrong", "Signature=");
		// the same credentials are not worth a second try
		assertThat(this.xray.refused()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "AKIDEXAMPLE, wrong, InvalidSignatureException", "AKIDOTHER, x, UnrecognizedClientException" })
	void shouldBeRefusedByAnEndpointThatIsStrict(String key, String secret, String error) {
		export(signing(AwsBasicCredentials.create(key, secret)));
		assertThat(this.xray.refused()).containsExactly(error);
		assertThat(this.xray.accepted()).isEmpty();
	}

	@Test
	void shouldTryOnlyOnceWhenItMayNot() {
		this.xray.deny("AccessDeniedException");
		assertThat(FailureReason.of(export(signing(KNOWN)).getFailureThrowable())).endsWith("AccessDeniedException");
		assertThat(this.xray.refused()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT2H", "-PT2H" })
	void shouldSignByTheClockOfTheBackendWhenItsOwnIsWrong(Duration wrong) {
		RequestSigner signer = TestSigners.of(() -> KNOWN, Clock.offset(Clock.systemUTC(), wrong));
		assertThat(export(signer).isSuccess()).isTrue();
		assertThat(this.xray.refused()).containsExactly("InvalidSignatureException");
		assertThat(export(signer).isSuccess()).isTrue();
		assertThat(this.xray.refused()).hasSize(1);
	}

	@Test
	void shouldFollowWhenItsOwnClockIsSetRight() {
		AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ofHours(-3));
		Clock clock = new MovedClock(wrong::get);
		RequestSigner signer = TestSigners.of(() -> KNOWN, clock);
		assertThat(export(signer).isSuccess()).isTrue();
		wrong.set(Duration.ZERO);
		assertThat(export(signer).isSuccess()).isTrue();
		assertThat(this.xray.refused()).hasSize(2);
	}

	@Test
	void shouldAskForFreshCredentialsForEachExport() {
		Queue<AwsCredentials> rotated = new ArrayDeque<>(
				List.of(KNOWN, AwsSessionCredentials.create("ASIANEXT", "next", "t")));
		RequestSigner signer = TestSigners.of(rotated::remove, Clock.systemUTC());
		assertThat(export(signer).isSuccess()).isTrue();
		this.xray.knowOnly("ASIANEXT", "next", "t");
		assertThat(export(signer).isSuccess()).isTrue();
		assertThat(this.xray.refused()).isEmpty();
	}

	@Test
	void shouldLoseNothingWhenASessionHasExpired() {
		AwsCredentialsProvider remembering = () -> AwsSessionCredentials.create("ASIA1", "first", "t1");
		AwsCredentialsProvider fresh = () -> AwsSessionCredentials.create("ASIA2", "second", "t2");
		Queue<AwsCredentialsProvider> providers = new ArrayDeque<>(List.of(remembering, fresh));
		SpanExporter exporter = exporter(TestSigners.of(providers::remove, true, Clock.systemUTC()), this.xray.url(),
				false);
		this.xray.knowOnly("ASIA1", "first", "t1");
		assertThat(exporter.export(TestSpans.data(3)).isSuccess()).isTrue();
		this.xray.knowOnly("ASIA2", "second", "t2");
		assertThat(exporter.export(TestSpans.data(3)).isSuccess()).isTrue();
		exporter.shutdown();
		assertThat(this.xray.refused()).containsExactly("UnrecognizedClientException");
		assertThat(this.xray.acceptedSpans()).hasSize(6);
	}

	@Test
	void shouldCloseOnlyWhatItHasCreated() {
		ClosableProvider own = new ClosableProvider();
		assertThat(export(TestSigners.of(() -> own, true, Clock.systemUTC())).isSuccess()).isTrue();
		assertThat(own.closed).isTrue();
		ClosableProvider given = new ClosableProvider();
		assertThat(export(TestSigners.of(given, Clock.systemUTC())).isSuccess()).isTrue();
		assertThat(given.closed).isFalse();
	}

	@Test
	void shouldFailForNowWhenThereAreNoCredentials() {
		CompletableResultCode result = export(TestSigners.of(() -> {
			throw SdkClientException.create("Unable to load credentials, and a page more about it");
		}, Clock.systemUTC()));
		assertThat(FailureReason.of(result.getFailureThrowable()))
			.isEqualTo("no AWS credentials in any place where the AWS SDK looks for them");
		assertThat(result.getFailureThrowable()).rootCause()
			.isInstanceOfSatisfying(ExportException.class,
					(failure) -> assertThat(failure.getLossReason()).isEqualTo(LossReason.UNREACHABLE));
		assertThat(this.xray.accepted()).isEmpty();
	}

	private static final class ClosableProvider implements AwsCredentialsProvider, SdkAutoCloseable {

		private boolean closed;

		@Override
		public AwsCredentials resolveCredentials() {
			return KNOWN;
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
