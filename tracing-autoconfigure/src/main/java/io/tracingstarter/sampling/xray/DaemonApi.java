package io.tracingstarter.sampling.xray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.http.BackendClient;
import io.tracingstarter.export.xray.DaemonAddress;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks X-Ray through the daemon, which signs what passes through it. Used by one thread.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sampling.html">Using
 * sampling rules with the X-Ray API</a>
 */
final class DaemonApi implements AutoCloseable {

	private static final MediaType TYPE = MediaType.get("application/json");

	private static final int MAX_BYTES = 1_000_000;

	private final Json json;

	private final BackendClient rules;

	private final BackendClient targets;

	DaemonApi(DaemonAddress daemon, Duration timeout, Json json) {
		this.json = json;
		this.rules = client(daemon, "/GetSamplingRules", timeout);
		this.targets = client(daemon, "/SamplingTargets", timeout);
	}

	private static BackendClient client(DaemonAddress daemon, String path, Duration timeout) {
		ExportEndpoint endpoint = ExportEndpoint.parse("http://" + daemon.tcp() + path, path);
		return BackendClient.http(new HttpClientSettings(endpoint, Map.of(), false, timeout, timeout, null));
	}

	/**
	 * Asks for sampling rules.
	 * @throws IOException if there is no answer, or none that is JSON
	 */
	Fields rules(Map<String, ?> request) throws IOException {
		return ask(this.rules, request);
	}

	/**
	 * Tells what became of traces, and asks what is allowed from now on.
	 * @throws IOException if there is no answer, or none that is JSON
	 */
	Fields targets(Map<String, ?> request) throws IOException {
		return ask(this.targets, request);
	}

	private Fields ask(BackendClient client, Map<String, ?> request) throws IOException {
		RequestBody body = RequestBody.create(this.json.write(request).getBytes(StandardCharsets.UTF_8), TYPE);
		try (Response response = client.post(body, Map.of())) {
			if (response.code() != 200) {
				throw new IOException("HTTP " + response.code());
			}
			byte[] content = BackendClient.content(response, MAX_BYTES);
			if (content.length == MAX_BYTES) {
				throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
			}
			return Fields.of(this.json.read(new String(content, StandardCharsets.UTF_8)), "answer");
		}
		catch (RuntimeException ex) {
			throw new IOException("the answer is not JSON", ex);
		}
	}

	@Override
	public void close() {
		this.rules.close();
		this.targets.close();
	}

}
