package io.tracingstarter.export.otlp;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.tracingstarter.export.ExportThread;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OpenTelemetry's exporters from logging each failure with a stack trace, where our
 * own worker already warns once a minute. Only on our workers: an exporter that the user
 * configured through Spring Boot keeps its log lines. At level {@code FINE} all are kept.
 */
final class SdkExporterLogs {

	// held, because java.util.logging forgets loggers, and their filters with them
	private static final List<Logger> LOGGERS = List.of(
			Logger.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter"),
			Logger.getLogger("io.opentelemetry.exporter.internal.grpc.GrpcExporter"),
			Logger.getLogger("io.opentelemetry.exporter.sender.okhttp.internal.OkHttpHttpSender"));

	private SdkExporterLogs() {
	}

	static synchronized void quietOnWorkers() {
		for (Logger logger : LOGGERS) {
			if (!(logger.getFilter() instanceof WorkerFilter)) {
				logger.setFilter(new WorkerFilter(logger, logger.getFilter()));
			}
		}
	}

	private record WorkerFilter(Logger logger, @Nullable Filter next) implements Filter {

		@Override
		public boolean isLoggable(LogRecord entry) {
			if (ExportThread.isCurrent() && !this.logger.isLoggable(Level.FINE)) {
				return false;
			}
			return this.next == null || this.next.isLoggable(entry);
		}

	}

}
