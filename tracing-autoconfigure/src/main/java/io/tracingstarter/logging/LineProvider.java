package io.tracingstarter.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.masking.SecretMasker;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.composite.ObjectMapperAware;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes all fields of a line. One provider for all of them, because a name can only be
 * unique in the line if one place knows every name.
 */
final class LineProvider extends AbstractJsonProvider<ILoggingEvent> implements ObjectMapperAware {

	private final SecretMasker masker;

	private final FieldLayout layout;

	private final ReservedNames reserved = new ReservedNames();

	private @Nullable ObjectMapper mapper;

	private AttachedFields attached = AttachedFields.NONE;

	LineProvider(JsonLogSettings settings) {
		this.masker = settings.masker();
		this.layout = switch (settings.layout()) {
			case LOGSTASH -> new LogstashFields(settings, this.reserved);
			case ECS -> new EcsFields(settings, this.reserved);
			case OTEL -> new OtelFields(settings, this.reserved);
		};
	}

	@Override
	public void setObjectMapper(ObjectMapper mapper) {
		this.attached = new EventFields(this.reserved.asSet(), this.masker, new ForeignValues(mapper, this.masker));
		this.mapper = mapper;
	}

	@Nullable ObjectMapper mapper() {
		return this.mapper;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		this.layout.write(new LineWriter(generator, this.masker), event, this.attached);
	}

	/**
	 * Writes only what the logging framework itself put into the event.
	 * @param generator where to write; an object is open
	 * @param event the event
	 */
	void writeBare(JsonGenerator generator, ILoggingEvent event) {
		this.layout.write(new LineWriter(generator, this.masker), event, AttachedFields.NONE);
	}

}
