package io.tracingstarter.cli.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of a stack trace that a reader wants to see first: the frames of the
 * application's own code.
 */
final class StackFrames {

	private static final String[] FOREIGN = { "java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.", "kotlin.",
			"kotlinx.", "scala.", "org.springframework.", "org.apache.", "org.eclipse.", "org.hibernate.",
			"org.postgresql.", "org.h2.", "com.mysql.", "com.zaxxer.", "com.fasterxml.", "tools.jackson.", "io.netty.",
			"io.undertow.", "io.micrometer.", "io.opentelemetry.", "io.projectreactor.", "reactor.", "io.r2dbc.",
			"io.grpc.", "okhttp3.", "software.amazon.", "org.aspectj.", "net.ttddyy.", "io.tracingstarter." };

	private static final int MAX_LINES = 2_000;

	private StackFrames() {
	}

	/**
	 * Returns the first frames of the application, without the leading {@code at}.
	 */
	static List<String> ofApplication(String stackTrace, int max) {
		List<String> frames = new ArrayList<>();
		stackTrace.lines()
			.limit(MAX_LINES)
			.map(String::strip)
			.filter((line) -> line.startsWith("at ") && isOwn(line))
			.map(StackFrames::place)
			.distinct()
			.limit(max)
			.forEach(frames::add);
		return frames;
	}

	/** Without {@code at}, and without the jar that Logback names after the place. */
	private static String place(String line) {
		int jar = line.indexOf(") ~[");
		int known = (jar >= 0) ? jar : line.indexOf(") [");
		return line.substring(3, (known >= 0) ? known + 1 : line.length());
	}

	private static boolean isOwn(String frame) {
		String name = frame.substring(3);
		// a module or class loader before the class: app//com.example.Orders
		String type = name.substring(name.lastIndexOf('/', Math.max(0, name.indexOf('('))) + 1);
		for (String prefix : FOREIGN) {
			if (type.startsWith(prefix)) {
				return false;
			}
		}
		return type.indexOf("$$") < 0;
	}

}
