package io.tracingstarter.autoconfigure;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Says in one line, once the application has started, what is on.
 */
class StartupSummary implements ApplicationListener<ApplicationStartedEvent> {

	private static final Logger logger = LoggerFactory.getLogger("io.tracingstarter");

	private final ObjectProvider<SummaryEntry> entries;

	private final ApplicationContext context;

	StartupSummary(ObjectProvider<SummaryEntry> entries, ApplicationContext context) {
		this.entries = entries;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		// a child's start is published to its parents, too
		if (event.getApplicationContext() == this.context && logger.isInfoEnabled()) {
			logger.info("Tracing is on: {}",
					this.entries.orderedStream().map(SummaryEntry::text).collect(Collectors.joining("; ")));
		}
	}

}
