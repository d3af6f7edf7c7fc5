package io.tracingstarter.instrument.awssdk;

import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AwsCall}.
 */
class AwsCallTests {

	private final AwsCall call = new AwsCall(ListTablesRequest.builder().build(), new ExecutionAttributes());

	@Test
	void shouldNameTheReasonWhenTheSdkWrapsIt() {
		Throwable advice = new Throwable("Acquire operation took longer", new TimeoutException("10000 ms"));
		this.call.failed(SdkClientException.create("Unable to execute HTTP request", advice));
		assertThat(errorType()).isEqualTo("java.util.concurrent.TimeoutException");
	}

	@Test
	void shouldNameTheFailureItselfWhenItHasNoCause() {
		this.call.failed(SdkClientException.create("Unable to load credentials"));
		assertThat(errorType()).isEqualTo(SdkClientException.class.getName());
	}

	private String errorType() {
		return this.call.getHighCardinalityKeyValue("error.type").getValue();
	}

}
