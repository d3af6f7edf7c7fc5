package mysfits.demo.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks at every line of the services' log files for ids that are missing or belong to
 * another request.
 *
 * <p>
 * Which lines must have ids: every line that names a request of the run in its message,
 * whoever logged it; and every line that a sample service itself logged after its start.
 * What libraries log of their own accord (a pool, an exporter, the shutdown) belongs to
 * no request.
 */
public final class LogAudit {

	private final Pattern request;

	private final Map<String, String> traceOfRequest = new HashMap<>();

	private final Map<String, FileAudit> files = new LinkedHashMap<>();

	/**
	 * Creates an audit.
	 * @param run the begin of the correlation ids that the run sent
	 */
	public LogAudit(String run) {
		this.request = Pattern.compile(Pattern.quote(run) + "-\\d+");
	}

	/**
	 * Returns the audit of the log file of one service.
	 */
	public FileAudit ofService(String service) {
		return this.files.computeIfAbsent(service, (name) -> new FileAudit(name, this.request, this.traceOfRequest));
	}

	/**
	 * Returns the audits of all files.
	 */
	public Collection<FileAudit> files() {
		return this.files.values();
	}

}
