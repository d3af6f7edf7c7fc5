package io.tracingstarter.autoconfigure.instrument.awssdk;

import io.tracingstarter.instrument.awssdk.AwsSdkObservations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Tells an AWS client that is a bean which application it belongs to.
 */
class AwsClientBeanPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(AwsClientBeanPostProcessor.class);

	private final ObjectProvider<AwsSdkObservations> observations;

	AwsClientBeanPostProcessor(ObjectProvider<AwsSdkObservations> observations) {
		this.observations = observations;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof SdkClient client) {
			try {
				this.observations.getObject().adopt(client);
			}
			catch (RuntimeException ex) {
				// a stand-in in a test, which makes no calls
				logger.debug("The AWS client {} has no configuration to look at", beanName, ex);
			}
		}
		return bean;
	}

}
