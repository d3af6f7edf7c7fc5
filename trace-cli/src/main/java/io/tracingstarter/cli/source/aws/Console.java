package io.tracingstarter.cli.source.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import io.tracingstarter.cli.source.XRayTraceId;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Links into the CloudWatch console. Its addresses are not documented: in them an object
 * is {@code ~(key~value)}, a text begins with an apostrophe and writes {@code *xx} for
 * {@code %xx}, and the whole is escaped once more, with {@code $} for {@code %}.
 */
public final class Console {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int DAY_SECONDS = 24 * 60 * 60;

	private Console() {
	}

	/**
	 * Returns the page of a trace.
	 * @param traceId 32 hexadecimal digits
	 */
	public static String trace(String region, String traceId) {
		return home(region) + "#xray:traces/" + XRayTraceId.of(traceId);
	}

	/**
	 * Returns the page of a Logs Insights query.
	 * @param groups names or ARNs of log groups
	 * @param window the time to search; the last day where null
	 */
	public static String insights(String region, List<String> groups, String query, @Nullable TimeWindow window) {
		String time = (window != null)
				? "end~" + time(window.until()) + "~start~" + time(window.from()) + "~timeType~'ABSOLUTE~tz~'UTC"
				: "end~0~start~-" + DAY_SECONDS + "~timeType~'RELATIVE~unit~'seconds";
		String sources = groups.stream().map((group) -> "~" + text(group)).collect(Collectors.joining());
		String detail = "~(" + time + "~editorString~" + text(query) + "~source~(" + sources + "))";
		return home(region) + "#logsV2:logs-insights$3FqueryDetail$3D" + fragment(detail);
	}

	private static String home(String region) {
		String domain = region.startsWith("cn-") ? "console.amazonaws.cn"
				: region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com";
		return "https://" + region + "." + domain + "/cloudwatch/home?region=" + region;
	}

	private static String time(Instant instant) {
		return text(TIME.format(instant));
	}

	private static String text(String value) {
		return "'" + URLEncoder.encode(value, StandardCharsets.UTF_8)
			.replace("*", "%2A")
			.replace("+", "%20")
			.replace('%', '*');
	}

	private static String fragment(String detail) {
		return detail.replace("~", "$257E").replace("(", "$2528").replace(")", "$2529").replace("'", "$2527");
	}

}
