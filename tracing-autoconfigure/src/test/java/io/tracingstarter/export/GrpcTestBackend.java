package io.tracingstarter.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import org.jspecify.annotations.Nullable;

/**
 * A collector that speaks gRPC on a real socket and keeps what it is sent.
 */
public final class GrpcTestBackend implements AutoCloseable {

	private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();

	private final List<Metadata> headers = new CopyOnWriteArrayList<>();

	private final Server server;

	private volatile @Nullable RuntimeException failure;

	private volatile ExportTraceServiceResponse answer = ExportTraceServiceResponse.getDefaultInstance();

	public GrpcTestBackend() {
		try {
			this.server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
				.intercept(new HeaderRecorder())
				.addService(new Collector())
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.server.getPort();
	}

	/**
	 * Fails from now on.
	 * @param failure a status exception; {@code null} to accept
	 */
	public void failWith(@Nullable RuntimeException failure) {
		this.failure = failure;
	}

	public void answerWith(ExportTraceServiceResponse answer) {
		this.answer = answer;
	}

	public List<ExportTraceServiceRequest> received() {
		return this.requests;
	}

	public List<Metadata> headers() {
		return this.headers;
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	private final class Collector extends TraceServiceGrpc.TraceServiceImplBase {

		@Override
		public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> response) {
			RuntimeException failure = GrpcTestBackend.this.failure;
			if (failure != null) {
				response.onError(failure);
				return;
			}
			GrpcTestBackend.this.requests.add(request);
			response.onNext(GrpcTestBackend.this.answer);
			response.onCompleted();
		}

	}

	private final class HeaderRecorder implements ServerInterceptor {

		@Override
		public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata metadata,
				ServerCallHandler<Q, A> next) {
			GrpcTestBackend.this.headers.add(metadata);
			return next.startCall(call, metadata);
		}

	}

}
