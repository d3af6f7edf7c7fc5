package io.tracingstarter.autoconfigure;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Says by which type others may ask for a bean: what stands in for it must be of that
 * type, too.
 */
public final class DeclaredType {

	private DeclaredType() {
	}

	/**
	 * The type that a bean's definition declares.
	 * @param beanFactory knows the definition
	 * @param beanName name of the bean
	 * @param bean the bean
	 * @return the declared type; the bean's own class where none is known
	 */
	public static Class<?> of(ConfigurableListableBeanFactory beanFactory, String beanName, Object bean) {
		if (!beanFactory.containsBeanDefinition(beanName)) {
			return bean.getClass();
		}
		Class<?> type = beanFactory.getMergedBeanDefinition(beanName).getResolvableType().resolve();
		if (type != null && FactoryBean.class.isAssignableFrom(type)) {
			type = beanFactory.getType(beanName, false);
		}
		return (type != null && type.isInstance(bean)) ? type : bean.getClass();
	}

}
