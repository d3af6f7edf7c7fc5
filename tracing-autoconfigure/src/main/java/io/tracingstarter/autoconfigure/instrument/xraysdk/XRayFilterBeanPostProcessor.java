package io.tracingstarter.autoconfigure.instrument.xraysdk;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/**
 * Takes the SDK's servlet filter out of the way, where it can, and says that it is of no
 * use: there is a span for the request already.
 */
class XRayFilterBeanPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(XRayFilterBeanPostProcessor.class);

	/** There is one for Jakarta's servlets, and one for those before. */
	private static final String FILTER = ".servlet.AWSXRayServletFilter";

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof FilterRegistrationBean<?> registration && isXRayFilter(registration.getFilter())) {
			registration.setEnabled(false);
			warn(beanName);
		}
		else if (isXRayFilter(bean)) {
			warn(beanName);
		}
		return bean;
	}

	private static void warn(String beanName) {
		logger.warn(
				"The bean '{}' is the X-Ray SDK's AWSXRayServletFilter. Remove it: each request has a segment "
						+ "already, with the name in spring.application.name, and the filter does nothing beside it.",
				beanName);
	}

	private static boolean isXRayFilter(@Nullable Object filter) {
		Class<?> type = (filter != null) ? filter.getClass() : null;
		while (type != null) {
			if (type.getName().endsWith(FILTER)) {
				return true;
			}
			type = type.getSuperclass();
		}
		return false;
	}

}
