package io.tracingstarter.export;

import org.jspecify.annotations.Nullable;

/**
 * Where an exporter sends spans, in words for log lines and the start-up summary.
 *
 * @param name short name of the exporter, as in {@code tracing.exporters.<name>}
 * @param address where it sends to, without secrets; {@code null} for an exporter that
 * stays in the process
 */
public record ExportTarget(String name, @Nullable String address) {

	@Override
	public String toString() {
		return (this.address != null) ? this.name + " (" + this.address + ")" : this.name;
	}

}
