package io.tracingstarter.autoconfigure;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says in one line, once the application has started, what is on.
 */
class StartupSummary implements ApplicationListener<ApplicationStartedEvent> {

	private static final Logger logger = LoggerFactory.getLogger("io.tracingstarter");

	private final ObjectProvider<SummaryEntry> entries;

	StartupSummary(ObjectProvider<SummaryEntry> entries) {
		this.entries = entries;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		if (logger.isInfoEnabled()) {
			logger.info("Tracing is on: {}",
					this.entries.orderedStream().map(SummaryEntry::text).collect(Collectors.joining("; ")));
		}
	}

}
