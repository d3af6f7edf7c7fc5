package mysfits.demo.xray;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A segment or subsegment as a service sends it to the daemon.
 *
 * @param traceId {@code 1-} and 8 hexadecimal digits, {@code -} and 24
 * @param id 16 hexadecimal digits
 * @param parentId the id of what caused it; none for the first
 * @param type {@code subsegment}; none for a segment
 * @param name of a segment the service, of a subsegment what was called or done
 * @param namespace {@code remote} or {@code aws} where something else was called
 * @param startTime seconds since 1970
 * @param endTime seconds since 1970
 * @param error whether it was the caller's fault
 * @param throttle whether the caller asked too often
 * @param fault whether it failed
 * @param annotations by which X-Ray searches
 * @param aws what was called in AWS, or where the service runs
 * @param subsegments those that are within the same document
 */
public record Segment(@JsonProperty("trace_id") @Nullable String traceId, String id,
		@JsonProperty("parent_id") @Nullable String parentId, @Nullable String type, String name,
		@Nullable String namespace, @JsonProperty("start_time") double startTime,
		@JsonProperty("end_time") double endTime, boolean error, boolean throttle, boolean fault,
		@Nullable Map<String, Object> annotations, @Nullable Map<String, Object> aws,
		@Nullable List<Segment> subsegments) {

	/**
	 * Whether it stands for a service that was asked.
	 */
	public boolean isService() {
		return this.type == null;
	}

	/**
	 * A field of the block {@code aws}; {@code null} where there is none.
	 */
	public @Nullable Object aws(String field) {
		return (this.aws != null) ? this.aws.get(field) : null;
	}

	/**
	 * An annotation; {@code null} where there is none.
	 */
	public @Nullable Object annotation(String name) {
		return (this.annotations != null) ? this.annotations.get(name) : null;
	}

	/**
	 * Returns how long it took.
	 */
	public long millis() {
		return Math.round((this.endTime - this.startTime) * 1000);
	}

}
