package com.amazonaws.xray.interceptors;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stands in for the interceptor of that name in {@code aws-xray-recorder-sdk-aws-sdk-v2},
 * and calls the recorder as that does.
 */
public final class TracingInterceptor implements ExecutionInterceptor {

	private static final ExecutionAttribute<Subsegment> SUBSEGMENT = new ExecutionAttribute<>("stand-in");

	@Override
	@SuppressWarnings("deprecation")
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		AWSXRayRecorder recorder = AWSXRay.getGlobalRecorder();
		Entity origin = recorder.getTraceEntity();
		Subsegment subsegment = recorder.beginSubsegment("DynamoDb");
		subsegment.setNamespace("aws");
		subsegment.putAws("operation", "DeleteTable");
		recorder.setTraceEntity(origin);
		attributes.putAttribute(SUBSEGMENT, subsegment);
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		AWSXRay.getGlobalRecorder().endSubsegment(attributes.getAttribute(SUBSEGMENT));
	}

}
