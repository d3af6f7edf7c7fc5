package io.tracingstarter.export;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanRing}.
 */
class SpanRingTests {

	private final SdkTracerProvider provider = SdkTracerProvider.builder().build();

	private ReadableSpan span() {
		return (ReadableSpan) this.provider.get("test").spanBuilder("span").startSpan();
	}

	@Test
	void shouldReturnInOrderWhenWrappingAround() {
		SpanRing ring = new SpanRing(3);
		for (int i = 0; i < 10; i++) {
			ReadableSpan first = span();
			ReadableSpan second = span();
			assertThat(ring.offer(first)).isTrue();
			assertThat(ring.offer(second)).isTrue();
			assertThat(ring.size()).isEqualTo(2);
			assertThat(ring.poll()).isSameAs(first);
			assertThat(ring.poll()).isSameAs(second);
			assertThat(ring.poll()).isNull();
		}
	}

	@Test
	void shouldRefuseWhenFull() {
		SpanRing ring = new SpanRing(2);
		assertThat(ring.offer(span())).isTrue();
		assertThat(ring.offer(span())).isTrue();
		assertThat(ring.offer(span())).isFalse();
		ring.poll();
		assertThat(ring.offer(span())).isTrue();
	}

	@Test
	void shouldHoldOneWhenCapacityIsOne() {
		SpanRing ring = new SpanRing(1);
		for (int i = 0; i < 3; i++) {
			ReadableSpan span = span();
			assertThat(ring.offer(span)).isTrue();
			assertThat(ring.offer(span())).isFalse();
			assertThat(ring.poll()).isSameAs(span);
			assertThat(ring.poll()).isNull();
		}
	}

	@Test
	void shouldLoseAndRepeatNothingWhenManyThreadsOfferAndTake() throws InterruptedException {
		SpanRing ring = new SpanRing(3);
		int threads = 4;
		int each = 10_000;
		Set<ReadableSpan> taken = ConcurrentHashMap.newKeySet();
		AtomicInteger repeated = new AtomicInteger();
		CountDownLatch working = new CountDownLatch(threads);
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		for (int thread = 0; thread < threads; thread++) {
			pool.execute(() -> {
				for (int i = 0; i < each; i++) {
					ReadableSpan span = span();
					while (!ring.offer(span)) {
						take(ring, taken, repeated);
					}
				}
				working.countDown();
			});
		}
		assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
		while (ring.size() > 0) {
			take(ring, taken, repeated);
		}
		assertThat(repeated).hasValue(0);
		assertThat(taken).hasSize(threads * each);
		pool.shutdown();
	}

	private static void take(SpanRing ring, Set<ReadableSpan> taken, AtomicInteger repeated) {
		ReadableSpan span = ring.poll();
		if (span != null && !taken.add(span)) {
			repeated.incrementAndGet();
		}
	}

	@Test
	void shouldLoseAndRepeatNothingWhenManyThreadsOffer() throws InterruptedException {
		SpanRing ring = new SpanRing(64);
		int threads = 4;
		int each = 10_000;
		Set<ReadableSpan> accepted = ConcurrentHashMap.newKeySet();
		CountDownLatch offering = new CountDownLatch(threads);
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		for (int thread = 0; thread < threads; thread++) {
			pool.execute(() -> {
				for (int i = 0; i < each; i++) {
					ReadableSpan span = span();
					while (!ring.offer(span)) {
						Thread.onSpinWait();
					}
					accepted.add(span);
				}
				offering.countDown();
			});
		}
		Set<ReadableSpan> taken = ConcurrentHashMap.newKeySet();
		boolean repeated = false;
		while (taken.size() < threads * each) {
			ReadableSpan span = ring.poll();
			if (span != null) {
				repeated |= !taken.add(span);
			}
		}
		assertThat(offering.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(repeated).isFalse();
		assertThat(taken.equals(accepted)).isTrue();
		assertThat(ring.size()).isZero();
		pool.shutdown();
	}

}
