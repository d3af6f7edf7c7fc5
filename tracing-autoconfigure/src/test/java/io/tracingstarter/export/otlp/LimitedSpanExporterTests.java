package io.tracingstarter.export.otlp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.Causes;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.PartialExportException;
import io.tracingstarter.export.TestSpans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a batch of ten that goes in requests of at most three.
 */
class LimitedSpanExporterTests {

	private static final List<SpanData> TEN = TestSpans.data(10);

	private static CompletableResultCode export(Backend backend) {
		return new LimitedSpanExporter(backend, new OtlpLimits(5_000_000, 3, 200_000)).export(TEN);
	}

	private static PartialExportException failure(CompletableResultCode result) {
		PartialExportException failure = Causes.find(PartialExportException.class, result.getFailureThrowable());
		assertThat(failure).isNotNull();
		return failure;
	}

	@Test
	void shouldSendAllInOrder() {
		Backend backend = new Backend();
		assertThat(export(backend).isSuccess()).isTrue();
		assertThat(backend.sizes).containsExactly(2, 3, 2, 3);
		assertThat(backend.received).isEqualTo(TEN);
	}

	@Test
	void shouldKeepTheRestForLaterWhenTheBackendIsOverloaded() {
		Backend backend = new Backend(null,
				new IOException(ExportException.overloaded("HTTP 503", Duration.ofSeconds(7))));
		PartialExportException failure = failure(export(backend));
		assertThat(failure.getUnsent()).isEqualTo(TEN.subList(2, 10));
		assertThat(failure.getRejected()).isZero();
		assertThat(backend.sizes).containsExactly(2, 3);
		assertThat(FailureReason.of(failure)).isEqualTo("HTTP 503");
		ExportException answered = Causes.find(ExportException.class, failure);
		assertThat(answered).isNotNull();
		assertThat(answered.getRetryAfter()).hasSeconds(7);
	}

	@Test
	void shouldGiveTheRestAChanceWhenOneRequestIsRejected() {
		Backend backend = new Backend(null, new IOException(ExportException.rejected("HTTP 400")));
		PartialExportException failure = failure(export(backend));
		assertThat(failure.getUnsent()).isEmpty();
		assertThat(failure.getRejected()).isEqualTo(3);
		assertThat(failure).hasMessage("HTTP 400");
		assertThat(backend.received).hasSize(7);
	}

	@Test
	void shouldAddUpWhatTheBackendRejectsOfWhatItAccepts() {
		Backend backend = new Backend(new PartialExportException("too old", 1, List.of(), null), null,
				new PartialExportException("too old", 99, List.of(), null));
		PartialExportException failure = failure(export(backend));
		assertThat(failure.getUnsent()).isEmpty();
		assertThat(failure.getRejected()).isEqualTo(1 + 2);
		assertThat(failure).hasMessage("too old");
		assertThat(backend.sizes).containsExactly(2, 3, 2, 3);
	}

	@Test
	void shouldHalveWhatTurnsOutTooLargeAndDropASpanThatIsAlone() {
		// of the first two spans neither fits
		MessageTooLargeException tooLarge = new MessageTooLargeException(6_000_000);
		Backend backend = new Backend(tooLarge, tooLarge, tooLarge);
		PartialExportException failure = failure(export(backend));
		assertThat(backend.sizes).containsExactly(2, 1, 1, 3, 2, 3);
		assertThat(failure.getRejected()).isEqualTo(2);
		assertThat(failure.getUnsent()).isEmpty();
		assertThat(failure).hasMessageContaining("6000000");
	}

	/** Answers one request after the other, with null for success. */
	private static final class Backend implements SpanExporter {

		private final Queue<@Nullable Throwable> answers;

		private final List<Integer> sizes = new ArrayList<>();

		private final List<SpanData> received = new ArrayList<>();

		Backend(@Nullable Throwable... answers) {
			this.answers = new LinkedList<>(Arrays.asList(answers));
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.sizes.add(spans.size());
			Throwable answer = this.answers.poll();
			if (answer != null) {
				return CompletableResultCode.ofExceptionalFailure(answer);
			}
			this.received.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
