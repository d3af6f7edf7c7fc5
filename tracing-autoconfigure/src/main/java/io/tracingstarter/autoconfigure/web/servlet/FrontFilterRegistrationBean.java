package io.tracingstarter.autoconfigure.web.servlet;

import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Puts a filter before all others, also before those that claim the highest precedence
 * for themselves.
 */
class FrontFilterRegistrationBean<F extends Filter> extends FilterRegistrationBean<F> implements PriorityOrdered {

	FrontFilterRegistrationBean(F filter) {
		super(filter);
		setOrder(Ordered.HIGHEST_PRECEDENCE);
	}

}
