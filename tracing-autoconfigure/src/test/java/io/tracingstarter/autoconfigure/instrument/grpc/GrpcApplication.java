package io.tracingstarter.autoconfigure.instrument.grpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers HTTP by calling itself with gRPC.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(GrpcApplication.Page.class)
class GrpcApplication {

	private static final Logger logger = LoggerFactory.getLogger(GrpcApplication.class);

	static final MethodDescriptor<String, String> GREET = MethodDescriptor.<String, String>newBuilder()
		.setType(MethodDescriptor.MethodType.UNARY)
		.setFullMethodName("mysfits.Greeter/Greet")
		.setRequestMarshaller(new Text())
		.setResponseMarshaller(new Text())
		.build();

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	BindableService greeter() {
		return () -> ServerServiceDefinition.builder("mysfits.Greeter")
			.addMethod(GREET, ServerCalls.asyncUnaryCall((String request, StreamObserver<String> observer) -> {
				logger.info("Greeting {}", request);
				if (request.equals("nobody")) {
					observer.onError(Status.NOT_FOUND.asRuntimeException());
					return;
				}
				observer.onNext("hello " + request);
				observer.onCompleted();
			}))
			.build();
	}

	@Bean
	@GlobalServerInterceptor
	Received received() {
		return new Received();
	}

	/**
	 * Remembers what came over the wire.
	 */
	static class Received implements ServerInterceptor {

		private volatile Metadata headers = new Metadata();

		@Override
		public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
				ServerCallHandler<Q, R> next) {
			this.headers = headers;
			return next.startCall(call, headers);
		}

		Iterable<String> all(String header) {
			Iterable<String> values = this.headers.getAll(key(header));
			return (values != null) ? values : List.of();
		}

	}

	@RestController
	static class Page {

		private final GrpcChannelFactory channels;

		private final GrpcServerLifecycle server;

		Page(GrpcChannelFactory channels, GrpcServerLifecycle server) {
			this.channels = channels;
			this.server = server;
		}

		@GetMapping("/greet")
		Map<String, String> greet(@RequestParam String who, @RequestParam(defaultValue = "127.0.0.1") String host) {
			ManagedChannel channel = this.channels.createChannel("static://" + host + ":" + this.server.getPort());
			AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
			AtomicReference<Metadata> trailers = new AtomicReference<>(new Metadata());
			String answer;
			try {
				answer = ClientCalls.blockingUnaryCall(
						ClientInterceptors.intercept(channel,
								MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)),
						GREET, CallOptions.DEFAULT, who);
			}
			catch (StatusRuntimeException ex) {
				answer = ex.getStatus().getCode().name();
			}
			finally {
				channel.shutdownNow();
			}
			return Map.of("answer", answer, "correlationId", find("X-Correlation-ID", headers, trailers), "traceId",
					find("X-Trace-ID", headers, trailers));
		}

		private static String find(String header, AtomicReference<Metadata> headers,
				AtomicReference<Metadata> trailers) {
			Metadata first = headers.get();
			String value = (first != null) ? first.get(key(header)) : null;
			return (value != null) ? value : String.valueOf(trailers.get().get(key(header)));
		}

	}

	private static Metadata.Key<String> key(String header) {
		return Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER);
	}

	private static final class Text implements MethodDescriptor.Marshaller<String> {

		@Override
		public InputStream stream(String value) {
			return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public String parse(InputStream stream) {
			try {
				return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
