package io.tracingstarter.web.reactive;

import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Counts the bytes of a response's body.
 */
final class CountingResponse extends ServerHttpResponseDecorator {

	private final AtomicLong bytes = new AtomicLong();

	CountingResponse(ServerHttpResponse response) {
		super(response);
	}

	long bytes() {
		return this.bytes.get();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		// what is one value stays one, so that its length is sent as a header
		return super.writeWith((body instanceof Mono<? extends DataBuffer> one) ? one.doOnNext(this::count)
				: Flux.from(body).doOnNext(this::count));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return super.writeAndFlushWith(Flux.from(body).map((part) -> Flux.from(part).doOnNext(this::count)));
	}

	private void count(DataBuffer buffer) {
		this.bytes.addAndGet(buffer.readableByteCount());
	}

}
