package io.tracingstarter.cli.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, while they come. Its reader never waits longer than allowed,
 * and stops when it is interrupted, which it does not with the JDK's own stream before
 * Java 20 (JDK-8294047). One thread reads; the client's threads deliver.
 */
final class ReceivedBytes extends InputStream implements BodySubscriber<ReceivedBytes> {

	private static final Flow.Subscription NONE = new Flow.Subscription() {

		@Override
		public void request(long parts) {
		}

		@Override
		public void cancel() {
		}

	};

	private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();

	private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();

	private final long deadline;

	private Part current = new Part(List.of(), false, null);

	private boolean late;

	/**
	 * @param remaining how long its reader has from now on
	 */
	ReceivedBytes(Duration remaining) {
		this.deadline = System.nanoTime() + remaining.toNanos();
	}

	@Override
	public CompletionStage<ReceivedBytes> getBody() {
		return CompletableFuture.completedFuture(this);
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		if (this.subscription.compareAndSet(null, subscription)) {
			subscription.request(1);
		}
		else {
			subscription.cancel();
		}
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		this.parts.add(new Part(buffers, false, null));
	}

	@Override
	public void onError(Throwable failure) {
		this.parts.add(new Part(List.of(), true, failure));
	}

	@Override
	public void onComplete() {
		this.parts.add(new Part(List.of(), true, null));
	}

	/**
	 * Returns whether a reader had to stop because the time was up.
	 */
	boolean isLate() {
		return this.late;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	/**
	 * @throws InterruptedIOException when the thread is interrupted, which it stays
	 */
	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		if (length == 0) {
			return 0;
		}
		while (true) {
			for (ByteBuffer buffer : this.current.buffers) {
				if (buffer.hasRemaining()) {
					int read = Math.min(length, buffer.remaining());
					buffer.get(bytes, offset, read);
					return read;
				}
			}
			if (this.current.failure != null) {
				throw new IOException(this.current.failure.getMessage(), this.current.failure);
			}
			if (this.current.last) {
				return -1;
			}
			this.current = next();
		}
	}

	private Part next() throws IOException {
		try {
			Part part = this.parts.poll(this.deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (part == null) {
				this.late = true;
				throw new IOException("the time is up");
			}
			if (!part.last) {
				Objects.requireNonNull(this.subscription.get()).request(1);
			}
			return part;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/**
	 * Ends the answer, whether or not all of it came.
	 */
	@Override
	public void close() {
		Flow.Subscription subscription = this.subscription.getAndSet(NONE);
		if (subscription != null) {
			subscription.cancel();
		}
	}

	/**
	 * What came at once.
	 *
	 * @param last whether nothing follows
	 * @param failure why nothing follows, null when the answer is complete
	 */
	private record Part(List<ByteBuffer> buffers, boolean last, @Nullable Throwable failure) {

	}

}
