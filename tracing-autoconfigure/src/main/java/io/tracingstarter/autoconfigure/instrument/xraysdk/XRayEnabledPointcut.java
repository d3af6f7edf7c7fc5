package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.lang.reflect.Method;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.amazonaws.xray.spring.aop.XRayTraced;

import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Methods of classes that have {@code @XRayEnabled} or are {@code XRayTraced}, and
 * methods that have the annotation themselves.
 */
class XRayEnabledPointcut extends StaticMethodMatcherPointcut {

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		if (method.getDeclaringClass() == Object.class) {
			return false;
		}
		return XRayTraced.class.isAssignableFrom(targetClass)
				|| AnnotatedElementUtils.hasAnnotation(targetClass, XRayEnabled.class) || AnnotatedElementUtils
					.hasAnnotation(AopUtils.getMostSpecificMethod(method, targetClass), XRayEnabled.class);
	}

}
