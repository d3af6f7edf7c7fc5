package io.tracingstarter.autoconfigure.instrument;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import io.tracingstarter.instrument.apachehttp.ApacheHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.testing.SpanRecorder;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Calls a URL with every kind of HTTP client that Spring does not know.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(HttpClientsApplication.Page.class)
class HttpClientsApplication {

	private static final Logger logger = LoggerFactory.getLogger(HttpClientsApplication.class);

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	HttpClient jdkClient() {
		return HttpClient.newHttpClient();
	}

	@Bean
	OkHttpClient okHttpClient() {
		return new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
	}

	@Bean
	CloseableHttpClient apacheClient() {
		return HttpClients.custom().disableAutomaticRetries().build();
	}

	@RestController
	static class Page {

		private final HttpClient jdk;

		private final OkHttpClient okHttp;

		private final CloseableHttpClient apache;

		private final RestClient.Builder restClient;

		private final ObjectProvider<JdkHttpClients> jdkClients;

		private final ObjectProvider<OkHttpClients> okHttpClients;

		private final ObjectProvider<ApacheHttpClients> apacheClients;

		private final HttpGet repeated = new HttpGet("/");

		Page(HttpClient jdk, OkHttpClient okHttp, CloseableHttpClient apache, RestClient.Builder restClient,
				ObjectProvider<JdkHttpClients> jdkClients, ObjectProvider<OkHttpClients> okHttpClients,
				ObjectProvider<ApacheHttpClients> apacheClients) {
			this.jdk = jdk;
			this.okHttp = okHttp;
			this.apache = apache;
			this.restClient = restClient;
			this.jdkClients = jdkClients;
			this.okHttpClients = okHttpClients;
			this.apacheClients = apacheClients;
		}

		@GetMapping("/call")
		String call(@RequestParam String client, @RequestParam String url) throws Exception {
			return switch (client) {
				case "jdk" -> jdk(this.jdk, url);
				case "jdk-async" -> this.jdk.sendAsync(jdkRequest(url), BodyHandlers.ofString())
					.whenComplete((response, failure) -> logger.info("Done"))
					.thenApply(HttpResponse::body)
					.get();
				case "jdk-hand-made" -> jdk(this.jdkClients.getObject().observe(HttpClient.newHttpClient()), url);
				case "ok" -> ok(this.okHttp, url);
				case "ok-enqueued" -> enqueued(this.okHttp, url);
				case "ok-hand-made" -> ok(this.okHttpClients.getObject().observe(new OkHttpClient()), url);
				case "apache" -> apache(this.apache, new HttpGet(url));
				case "apache-repeated" -> {
					this.repeated.setUri(URI.create(url));
					yield apache(this.apache, this.repeated);
				}
				case "apache-hand-made" -> {
					try (CloseableHttpClient handMade = HttpClients.createDefault()) {
						yield apache(this.apacheClients.getObject().observe(handMade), new HttpGet(url));
					}
				}
				case "RestClient on jdk" ->
					get(this.restClient.requestFactory(new JdkClientHttpRequestFactory(this.jdk)).build(), url);
				case "RestClient on apache" ->
					get(this.restClient.requestFactory(new HttpComponentsClientHttpRequestFactory(this.apache)).build(),
							url);
				default -> throw new IllegalArgumentException(client);
			};
		}

		private static String get(RestClient client, String url) {
			return client.get().uri(url).retrieve().body(String.class);
		}

		private static HttpRequest jdkRequest(String url) {
			return HttpRequest.newBuilder(URI.create(url)).header("X-Other", "stays").build();
		}

		private static String jdk(HttpClient client, String url) throws IOException, InterruptedException {
			return client.send(jdkRequest(url), BodyHandlers.ofString()).body();
		}

		private static String ok(OkHttpClient client, String url) throws IOException {
			try (Response response = client.newCall(okRequest(url)).execute()) {
				return response.body().string();
			}
		}

		private static Request okRequest(String url) {
			return new Request.Builder().url(url).header("X-Other", "stays").build();
		}

		private static String enqueued(OkHttpClient client, String url) throws Exception {
			CompletableFuture<String> result = new CompletableFuture<>();
			client.newCall(okRequest(url)).enqueue(new Callback() {

				@Override
				public void onResponse(Call call, Response response) throws IOException {
					result.complete(response.body().string());
				}

				@Override
				public void onFailure(Call call, IOException ex) {
					result.completeExceptionally(ex);
				}

			});
			return result.get();
		}

		private static String apache(CloseableHttpClient client, HttpGet request) throws IOException {
			request.setHeader("X-Other", "stays");
			return client.execute(request, (response) -> new String(response.getEntity().getContent().readAllBytes()));
		}

	}

}
