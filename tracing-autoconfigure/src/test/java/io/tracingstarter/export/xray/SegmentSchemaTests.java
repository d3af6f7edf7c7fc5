package io.tracingstarter.export.xray;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the yardstick {@link SegmentSchema} against documents that it must refuse.
 */
class SegmentSchemaTests {

	private static final String VALID = """
			{"name": "like-service", "id": "70de5b6f19ff9a0a", "trace_id": "1-581cf771-a006649127e371903a2de979",
			 "start_time": 1478293361.271, "end_time": 1478293361.449}
			""";

	@Test
	void shouldTakeTheSmallestDocument() {
		assertThat(SegmentSchema.faults(VALID)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "id", "trace_id", "start_time", "end_time" })
	void shouldRefuseADocumentWithout(String field) {
		ObjectNode document = (ObjectNode) Documents.read(VALID);
		document.remove(field);
		assertThat(SegmentSchema.faults(document.toString())).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'name': ''}", "{'name': 'a<b>'}", "{'name': '{200*é}'}", "{'name': '{201*x}'}",
			"{'id': '70DE5B6F19FF9A0A'}", "{'id': '70de'}", "{'trace_id': '581cf771a006649127e371903a2de979'}",
			"{'start_time': '1478293361'}", "{'end_time': 1478293361.270}", "{'parent_id': ''}",
			"{'type': 'segment', 'parent_id': '70de5b6f19ff9a0b'}", "{'type': 'subsegment'}", "{'namespace': 'aws'}",
			"{'sql': {'url': 'db'}}",
			"{'type': 'subsegment', 'parent_id': '70de5b6f19ff9a0b', 'service': {'version': '1'}}",
			"{'type': 'subsegment', 'parent_id': '70de5b6f19ff9a0b', 'user': 'ada'}",
			"{'type': 'subsegment', 'parent_id': '70de5b6f19ff9a0b', 'namespace': 'local'}",
			"{'type': 'subsegment', 'parent_id': '70de5b6f19ff9a0b', 'http': {'request': {'x_forwarded_for': true}}}",
			"{'origin': 'AWS::Lambda'}", "{'user': '{251*x}'}", "{'service': {}}", "{'http': {}}",
			"{'http': {'request': {'method': 1}}}", "{'http': {'request': {'url': '{251*x}'}}}",
			"{'http': {'response': {'status': '200'}}}", "{'http': {'response': {'status': 200.5}}}",
			"{'error': false}", "{'fault': 'true'}", "{'cause': {}}", "{'cause': {'exceptions': []}}",
			"{'cause': {'exceptions': [{'message': 'x'}]}}",
			"{'cause': {'exceptions': [{'id': '70de5b6f19ff9a0b', 'message': '{251*x}'}]}}",
			"{'cause': {'exceptions': [{'id': '70de5b6f19ff9a0b', 'cause': '70de5b6f19ff9a0c'}]}}",
			"{'cause': {'exceptions': [{'id': '70de5b6f19ff9a0b'}, {'id': '70de5b6f19ff9a0b'}]}}",
			"{'cause': {'exceptions': [{'id': '70de5b6f19ff9a0b', 'stack': [{'line': '1'}]}]}}",
			"{'aws': {'elastic_beanstalk': {'environment': 'x'}}}", "{'aws': {'ec2': {'instance_id': 1}}}",
			"{'aws': {'ec2': {'id': 'x'}}}", "{'aws': {'cloudwatch_logs': {'log_group': 'x'}}}",
			"{'annotations': {'a.b': 1}}", "{'annotations': {'a': [1]}}", "{'annotations': {'a': null}}",
			"{'annotations': {'a': '{1001*x}'}}", "{'annotations': {'{501*x}': 1}}", "{'metadata': {'default': 1}}",
			"{'metadata': {'AWS.x': {'a': 1}}}", "{'links': [{'id': '70de5b6f19ff9a0b'}]}", "{'other': 1}",
			"{'metadata': {'default': {'large': '{64000*x}'}}}" })
	void shouldRefuseADocumentWith(String fields) {
		ObjectNode document = (ObjectNode) Documents.read(VALID);
		((ObjectNode) Documents.read(expanded(fields))).properties()
			.forEach((field) -> document.set(field.getKey(), field.getValue()));
		assertThat(SegmentSchema.faults(document.toString())).isNotEmpty();
	}

	@Test
	void shouldRefuseMoreAnnotationsThanXRayIndexes() {
		ObjectNode document = (ObjectNode) Documents.read(VALID);
		ObjectNode annotations = document.putObject("annotations");
		for (int i = 0; i < 50; i++) {
			annotations.put("a" + i, i);
		}
		assertThat(SegmentSchema.faults(document.toString())).isEmpty();
		annotations.put("a50", 50);
		assertThat(SegmentSchema.faults(document.toString())).isNotEmpty();
	}

	/** Such as <code>{3*x}</code>, which becomes xxx. */
	private static String expanded(String fields) {
		return Pattern.compile("\\{(\\d+)\\*(.)}")
			.matcher(fields.replace('\'', '"'))
			.replaceAll((match) -> match.group(2).repeat(Integer.parseInt(match.group(1))));
	}

}
