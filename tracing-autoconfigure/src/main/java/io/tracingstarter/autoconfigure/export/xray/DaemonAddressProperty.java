package io.tracingstarter.autoconfigure.export.xray;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.export.xray.DaemonAddress;

import org.springframework.core.env.Environment;

/**
 * Finds out where the X-Ray daemon listens.
 */
public final class DaemonAddressProperty {

	private static final String PROPERTY = "tracing.exporters.xray.daemon-address";

	private static final String VARIABLE = "AWS_XRAY_DAEMON_ADDRESS";

	private DaemonAddressProperty() {
	}

	/**
	 * Reads {@code tracing.exporters.xray.daemon-address}, else
	 * {@code AWS_XRAY_DAEMON_ADDRESS}.
	 * @param environment the application's environment
	 * @return the address, or the default where none is set
	 * @throws InvalidTracingPropertyException if it is none
	 */
	public static DaemonAddress read(Environment environment) {
		String property = environment.getProperty(PROPERTY);
		String variable = environment.getProperty(VARIABLE, "");
		String address = (property != null) ? property : variable.isBlank() ? DaemonAddress.DEFAULT : variable;
		try {
			return DaemonAddress.parse(address);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidTracingPropertyException((property != null) ? PROPERTY : VARIABLE, address,
					ex.getMessage() + ".",
					"Write host:port such as " + DaemonAddress.DEFAULT + ", or tcp:127.0.0.1:2000 udp:127.0.0.2:2001.");
		}
	}

}
