package io.tracingstarter.autoconfigure.actuator;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.autoconfigure.ReportEntry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * What is on, and how it is doing.
 */
@Endpoint(id = "tracing")
public class TracingEndpoint {

	private final ObjectProvider<ReportEntry> entries;

	TracingEndpoint(ObjectProvider<ReportEntry> entries) {
		this.entries = entries;
	}

	/**
	 * Returns what every feature tells of itself.
	 * @return the parts by name, in their order
	 */
	@ReadOperation
	public Map<String, Object> tracing() {
		Map<String, Object> report = new LinkedHashMap<>();
		this.entries.orderedStream().forEach((entry) -> report.put(entry.name(), entry.content().get()));
		return report;
	}

}
