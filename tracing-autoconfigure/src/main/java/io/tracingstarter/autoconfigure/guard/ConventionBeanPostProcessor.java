package io.tracingstarter.autoconfigure.guard;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationConvention;
import io.tracingstarter.autoconfigure.DeclaredType;
import io.tracingstarter.guard.ConventionGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Puts a guard around each observation convention of the user, with the type by which it
 * is known.
 */
class ConventionBeanPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(ConventionBeanPostProcessor.class);

	private final ConfigurableListableBeanFactory beanFactory;

	ConventionBeanPostProcessor(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof ObservationConvention && isUsers(bean)) ? guarded(bean, beanName) : bean;
	}

	private static boolean isUsers(Object bean) {
		String type = bean.getClass().getName();
		return Stream.of("io.micrometer.", "org.springframework.", "io.tracingstarter.instrument.")
			.noneMatch(type::startsWith);
	}

	private Object guarded(Object bean, String beanName) {
		boolean subclass = !Modifier.isFinal(bean.getClass().getModifiers());
		if (subclass || DeclaredType.of(this.beanFactory, beanName, bean).isInterface()) {
			try {
				ProxyFactory factory = new ProxyFactory(bean);
				factory.setProxyTargetClass(subclass);
				factory.addAdvice(new ConventionGuard(bean));
				return factory.getProxy(bean.getClass().getClassLoader());
			}
			catch (RuntimeException ex) {
				logger.debug("What {} '{}' throws is thrown on: it can have no guard", bean.getClass().getName(),
						beanName, ex);
			}
		}
		return bean;
	}

}
