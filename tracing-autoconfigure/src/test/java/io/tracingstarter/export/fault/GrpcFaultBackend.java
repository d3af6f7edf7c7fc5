package io.tracingstarter.export.fault;

import java.util.Set;
import java.util.stream.Collectors;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.tracingstarter.export.GrpcTestBackend;

/**
 * A collector that is called with gRPC.
 */
final class GrpcFaultBackend implements FaultBackend {

	private final GrpcTestBackend server = new GrpcTestBackend();

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public void answer(Fault fault) {
		Status.Builder status = Status.newBuilder().setCode(code(fault).getNumber()).setMessage("as told");
		if (fault.name().endsWith("RETRY_AFTER")) {
			status.addDetails(Any
				.pack(RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1).build()).build()));
		}
		this.server.failWith(StatusProto.toStatusRuntimeException(status.build()));
	}

	private static Code code(Fault fault) {
		return switch (fault) {
			case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITH_RETRY_AFTER -> Code.RESOURCE_EXHAUSTED;
			case UNAVAILABLE, UNAVAILABLE_WITH_RETRY_AFTER -> Code.UNAVAILABLE;
			default -> Code.INVALID_ARGUMENT;
		};
	}

	@Override
	public void accept() {
		this.server.failWith(null);
	}

	@Override
	public Set<String> accepted() {
		return this.server.received().stream().flatMap(SpanNames::of).collect(Collectors.toSet());
	}

	@Override
	public boolean isHttp2() {
		return true;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
