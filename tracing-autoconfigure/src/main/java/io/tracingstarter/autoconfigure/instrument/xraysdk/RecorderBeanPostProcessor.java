package io.tracingstarter.autoconfigure.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import io.tracingstarter.instrument.xraysdk.XRaySdkBridge;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts the bridge in the place of the SDK's recorder before any bean can use that, again
 * after all beans are there, since many applications set a recorder of their own in a
 * static block, and into each recorder that is a bean.
 */
class RecorderBeanPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private final XRaySdkBridge bridge;

	RecorderBeanPostProcessor(XRaySdkBridge bridge) {
		this.bridge = bridge;
		bridge.install();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof AWSXRayRecorder recorder) {
			this.bridge.adopt(recorder);
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.bridge.install();
	}

}
